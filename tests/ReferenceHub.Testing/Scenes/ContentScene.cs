using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Testing.Scenes;

/// <summary>A library with a marketing person and a rep, over a database of its own.</summary>
public sealed class ContentScene(TestDatabase database)
{
    /// <summary>The database.</summary>
    public TestDatabase Database { get; } = database;

    /// <summary>Manages content.</summary>
    public User Marketing { get; } = Given.SignedUp(Roles.Marketing, "Mara Beck");

    /// <summary>Shares it.</summary>
    public User Rep { get; } = Given.User(Roles.Rep, "Rita Sell");

    /// <summary>The program's date.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Database.Clock.Now);

    /// <summary>A scene with its people.</summary>
    public static async Task<ContentScene> MakeAsync(TestDatabase? database = null)
    {
        var scene = new ContentScene(database ?? TestDatabase.Create(configure: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, new SiteAddress(new Uri("https://hub.example")))));
        await scene.Database.Add(scene.Marketing, scene.Rep);
        return scene;
    }

    /// <summary>A customer who has granted everything.</summary>
    public async Task<Customer> CustomerAsync(string? name = null, Tier tier = Tier.Standard)
    {
        var customer = Given.Customer(name, tier: tier);
        await Database.Add(customer);
        return customer;
    }

    /// <summary>A draft of a story.</summary>
    public async Task<Guid> DraftAsync(Guid customerId, Func<AssetEdit, AssetEdit>? with = null)
    {
        var edit = new AssetEdit { Title = "How they moved", Kind = AssetKind.Story, Text = "They moved in 14 weeks." };
        var made = await Database.Ask<AssetService, Outcome<Guid>>(service => service.CreateAsync(customerId, with?.Invoke(edit) ?? edit, Marketing.AsViewer(), default));
        return made.Refusal is null ? made.Value : throw new InvalidOperationException(made.Refusal);
    }

    /// <summary>A published story.</summary>
    public async Task<Guid> PublishedAsync(Guid customerId, Func<AssetEdit, AssetEdit>? with = null)
    {
        var id = await DraftAsync(customerId, with);
        var outcome = await PublishAsync(id);
        return outcome.IsDone ? id : throw new InvalidOperationException(outcome.Refusal);
    }

    /// <summary>Publishes.</summary>
    public Task<Outcome> PublishAsync(Guid id) => Database.Ask<AssetPublishing, Outcome>(service => service.PublishAsync(id, null, Marketing.AsViewer(), default));

    /// <summary>Records what a customer says to a scope.</summary>
    public Task AnswerAsync(Guid customerId, PermissionScope scope, PermissionStatus status, DateOnly? until = null) => Database.Change(async db =>
        (await db.Permissions.SingleAsync(permission => permission.CustomerId == customerId && permission.Scope == scope)).Record(status, until, "Said in a call", Database.Clock.Now));

    /// <summary>Shares content, by the rep when nobody else is named.</summary>
    public Task<Outcome<NewAddress>> ShareAsync(IReadOnlyList<Guid> assets, Viewer? by = null, Func<ShareWish, ShareWish>? with = null)
    {
        var wish = new ShareWish { AssetIds = assets, Recipient = "Pat Prospect", Until = Today.AddDays(30) };
        return Database.Ask<ShareService, Outcome<NewAddress>>(service => service.CreateAsync(with?.Invoke(wish) ?? wish, by ?? Rep.AsViewer(), default));
    }

    /// <summary>What an address opens.</summary>
    public Task<OpenShare?> OpenAsync(string token) => Database.Ask<ShareDoor, OpenShare?>(door => door.FindAsync(token, default));

    /// <summary>Titles that somebody finds in the library.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync(Viewer viewer, Func<LibrarySearch, LibrarySearch>? with = null)
    {
        var page = await Database.Ask<LibraryQueries, LibraryPage>(library => library.PageAsync(with?.Invoke(new LibrarySearch()) ?? new LibrarySearch(), viewer, default));
        return [.. page.Rows.Select(row => row.Title)];
    }
}
