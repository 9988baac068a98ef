using System.Text;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Testing.Scenes;

/// <summary>A program manager who imports files.</summary>
public sealed class ImportScene
{
    private readonly TestDatabase database;

    private ImportScene(TestDatabase database, Viewer manager)
    {
        this.database = database;
        Manager = manager;
    }

    /// <summary>Who imports.</summary>
    public Viewer Manager { get; }

    /// <summary>A manager with an account.</summary>
    public static async Task<ImportScene> MakeAsync(TestDatabase database)
    {
        var manager = Given.User(Roles.ProgramManager);
        await database.Add(manager);
        return new ImportScene(database, manager.AsViewer());
    }

    /// <summary>Uploads a text as UTF-8.</summary>
    public Task<Outcome<Guid>> UploadAsync(string text, string name = "file.csv") => UploadAsync(Encoding.UTF8.GetBytes(text), name);

    /// <summary>Uploads bytes.</summary>
    public Task<Outcome<Guid>> UploadAsync(byte[] bytes, string name = "file.csv") =>
        database.Ask<ImportService, Outcome<Guid>>(service => service.StageAsync(name, bytes, Manager, CancellationToken.None));

    /// <summary>Uploads a text that must be taken.</summary>
    public async Task<Guid> StagedAsync(string text, Func<ImportSettings, ImportSettings>? change = null)
    {
        var staged = await UploadAsync(text);
        if (!staged.IsDone)
        {
            throw new InvalidOperationException(staged.Refusal);
        }

        if (change is not null)
        {
            var settings = (await ReviewAsync(staged.Value)).Batch.Settings;
            await database.Do<ImportService>(service => service.UnderstandAsync(staged.Value, change(settings), Manager, CancellationToken.None));
        }

        return staged.Value;
    }

    /// <summary>What a staged file would do.</summary>
    public Task<ImportReview> ReviewAsync(Guid id) => database.Ask<ImportService, ImportReview>(service => service.ReviewAsync(id, Manager, CancellationToken.None));

    /// <summary>Runs a staged file.</summary>
    public async Task<Outcome> RunAsync(Guid id)
    {
        var started = await database.Ask<ImportService, Outcome>(service => service.StartAsync(id, Manager, CancellationToken.None));
        return started.IsDone ? await database.Ask<ImportService, Outcome>(service => service.RunAsync(id, Manager, CancellationToken.None)) : started;
    }

    /// <summary>Takes an import back.</summary>
    public Task<UndoAnswer> UndoAsync(Guid id) => database.Ask<ImportUndo, UndoAnswer>(undo => undo.UndoAsync(id, Manager, CancellationToken.None));

    /// <summary>Uploads, runs and gives the key of the import; throws when it is refused.</summary>
    public async Task<Guid> ImportedAsync(string text, Func<ImportSettings, ImportSettings>? change = null)
    {
        var id = await StagedAsync(text, change);
        var outcome = await RunAsync(id);
        return outcome.IsDone ? id : throw new InvalidOperationException(outcome.Refusal);
    }

    /// <summary>The batch as it stands.</summary>
    public Task<ImportBatch> BatchAsync(Guid id) => database.Ask<ImportQueries, ImportBatch>(queries => queries.OneAsync(id, Manager, CancellationToken.None));

    /// <summary>Uploads, runs and gives the result; throws when it is refused.</summary>
    public async Task<ImportResult> ImportAsync(string text, Func<ImportSettings, ImportSettings>? change = null)
    {
        var id = await StagedAsync(text, change);
        var outcome = await RunAsync(id);
        return outcome.IsDone ? (await BatchAsync(id)).Result : throw new InvalidOperationException(outcome.Refusal);
    }
}
