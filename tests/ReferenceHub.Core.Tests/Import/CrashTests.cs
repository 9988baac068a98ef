using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.References;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.Import;

/// <summary>The machine dies in the middle of an import: nothing of it is there, and it can be started again.</summary>
public sealed class CrashTests
{
    private const int Rows = 2500;

    [Fact]
    public async Task A_process_that_dies_in_the_middle_leaves_nothing_and_the_import_starts_again()
    {
        var disk = new DiskWatch();
        using var database = TestDatabase.Create(configure: services => services.AddSingleton(disk).ConfigureDbContext<ReferenceHubDbContext>((provider, options) => options.AddInterceptors(disk)));
        var scene = await ImportScene.MakeAsync(database);
        var id = await scene.StagedAsync("account\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"Acme {i}\n")));
        var folder = Directory.CreateTempSubdirectory("crash");
        disk.CopyWhen(2 * 1000, new SqliteConnectionStringBuilder(database.ConnectionString).DataSource, folder.FullName);

        (await scene.RunAsync(id)).IsDone.ShouldBeTrue();

        disk.Copied.ShouldBeTrue("the disk was looked at while rows were written");
        using var later = TestDatabase.Open($"Data Source={Path.Combine(folder.FullName, "copy.db")}", database.Clock);
        await using (var db = later.Context())
        {
            (await db.Customers.CountAsync()).ShouldBe(0);
            (await db.HistoryEvents.CountAsync()).ShouldBe(0);
            (await db.ImportTraces.CountAsync()).ShouldBe(0);
            (await db.ImportBatches.SingleAsync()).State.ShouldBe(ImportState.Running);
        }

        await Should.ThrowAsync<IllegalMoveException>(() => later.Ask<ImportService, Outcome>(service => service.StartAsync(id, scene.Manager, CancellationToken.None)));
        later.Clock.Advance(TimeSpan.FromMinutes(ImportBatch.LostAfterMinutes));
        (await later.Ask<ImportService, Outcome>(service => service.StartAsync(id, scene.Manager, CancellationToken.None))).IsDone.ShouldBeTrue();
        (await later.Ask<ImportService, Outcome>(service => service.RunAsync(id, scene.Manager, CancellationToken.None))).IsDone.ShouldBeTrue();
        (await later.Read(db => db.Customers.CountAsync())).ShouldBe(Rows);
    }

    [Fact]
    public async Task A_run_that_was_taken_for_dead_and_started_again_writes_once()
    {
        using var database = TestDatabase.Create();
        var scene = await ImportScene.MakeAsync(database);
        var id = await scene.StagedAsync("account\nAcme\nBmce\n");
        await database.Do<ImportService>(service => service.StartAsync(id, scene.Manager, CancellationToken.None));
        database.Clock.Advance(TimeSpan.FromMinutes(ImportBatch.LostAfterMinutes));
        await database.Do<ImportService>(service => service.StartAsync(id, scene.Manager, CancellationToken.None));

        var runs = Enumerable.Range(0, 2).Select(_ => Task.Run(() => database.Ask<ImportService, Outcome>(service => service.RunAsync(id, scene.Manager, CancellationToken.None)))).ToList();
        await Task.WhenAll(runs.Select(run => run.ContinueWith(_ => { }, TaskScheduler.Default)));

        runs.Count(run => run.IsCompletedSuccessfully).ShouldBe(1);
        (await database.Read(db => db.Customers.CountAsync())).ShouldBe(2);
        (await scene.BatchAsync(id)).State.ShouldBe(ImportState.Done);
    }

    [Fact]
    public async Task A_fault_while_it_is_taken_back_leaves_it_as_it_was()
    {
        using var database = TestDatabase.Create();
        var scene = await ImportScene.MakeAsync(database);
        var id = await scene.ImportedAsync("account\n" + string.Concat(Enumerable.Range(0, 1200).Select(i => $"Acme {i}\n")));
        await database.Change(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Fault BEFORE DELETE ON Customers WHEN OLD.Name = 'Acme 1100' BEGIN SELECT RAISE(ABORT, 'fault'); END"));

        await Should.ThrowAsync<Exception>(() => scene.UndoAsync(id));

        (await database.Read(db => db.Customers.CountAsync())).ShouldBe(1200);
        (await scene.BatchAsync(id)).State.ShouldBe(ImportState.Done);
        await database.Change(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER Fault"));
        (await scene.UndoAsync(id)).IsDone.ShouldBeTrue();
        (await database.Read(db => db.Customers.CountAsync())).ShouldBe(0);
    }

    /// <summary>Copies the database's files as they lie on the disk once so many customers are written, as a machine that loses power leaves them.</summary>
    private sealed class DiskWatch : SaveChangesInterceptor
    {
        private string? from;
        private string to = "";
        private int after;
        private int written;

        public bool Copied { get; private set; }

        public void CopyWhen(int rows, string database, string folder) => (after, from, to) = (rows, database, folder);

        public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            written += eventData.Context!.ChangeTracker.Entries<Customer>().Count();
            if (from is not null && !Copied && written >= after)
            {
                foreach (var part in new[] { "", "-wal" }.Where(part => File.Exists(from + part)))
                {
                    using var source = new FileStream(from + part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                    using var copy = File.Create(Path.Combine(to, "copy.db" + part));
                    source.CopyTo(copy);
                }

                Copied = true;
            }

            return base.SavedChangesAsync(eventData, result, cancellationToken);
        }
    }
}
