using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Consent;

/// <summary>Whether content may be used is asked in queries and of records in memory; both say the same of every kind, answer, day and state.</summary>
public sealed class UsableContentTests : IDisposable
{
    private static readonly Viewer Manager = Given.Viewer();
    private readonly TestDatabase database = TestDatabase.Create();

    public static TheoryData<AssetKind> Kinds => [.. Enum.GetValues<AssetKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Queries_and_records_agree(AssetKind kind)
    {
        var now = database.Clock.Now;
        var today = await database.Read(db => db.ProgramDayAsync(now, default));
        var customers = Customers(kind, today).ToList();
        await database.Add(customers);

        var usable = await database.Read(db => db.Assets.UsableOn(today, db).Select(asset => asset.Id).ToListAsync());
        var permitted = await database.Read(db => db.Assets.PermittedOn(today, db).Select(asset => asset.Id).ToListAsync());
        var gaps = (await database.Ask<ConsentGapQueries, ConsentGaps>(queries => queries.ReadAsync(Manager, default))).Rows.Where(row => row.Kind == GapKind.Content).Select(row => row.What);
        var all = customers.SelectMany(customer => customer.Assets, (customer, asset) => (Customer: customer, Asset: asset)).ToList();

        Titles(permitted).ShouldBe(all.Where(pair => IsPermitted(pair.Customer, pair.Asset, today)).Select(pair => pair.Asset.Title), ignoreOrder: true);
        Titles(usable).ShouldBe(all.Where(pair => IsUsable(pair.Customer, pair.Asset, today)).Select(pair => pair.Asset.Title), ignoreOrder: true);
        gaps.ShouldBe(all.Where(pair => pair.Customer.ArchivedAt is null && pair.Asset.IsUsableOn(today) && !IsPermitted(pair.Customer, pair.Asset, today)).Select(pair => pair.Asset.Title), ignoreOrder: true);
        usable.Count.ShouldBe(2 * 3, "open-ended, until today and until tomorrow; without a last day and on the last day");
        foreach (var (customer, asset) in all.Where(pair => pair.Customer.ArchivedAt is null))
        {
            var page = await database.Ask<AssetPageQueries, AssetPage>(queries => queries.ReadAsync(asset.Id, Manager, default));
            (page.WhyNot is null).ShouldBe(usable.Contains(asset.Id), asset.Title);
            var profile = await database.Ask<ReferenceProfileQueries, ReferenceProfile>(queries => queries.ReadAsync(customer.Id, Manager, default));
            profile.Assets.Any(shown => shown.Id == asset.Id).ShouldBe(usable.Contains(asset.Id), asset.Title);
        }

        IEnumerable<string> Titles(List<Guid> ids) => all.Where(pair => ids.Contains(pair.Asset.Id)).Select(pair => pair.Asset.Title);
    }

    public void Dispose() => database.Dispose();

    private static bool IsPermitted(Customer customer, Asset asset, DateOnly today) => AssetConsent.WhyNot(asset.Kind, customer.Permissions, today) is null;

    private static bool IsUsable(Customer customer, Asset asset, DateOnly today) =>
        customer is { ArchivedAt: null, Status: not ReferenceStatus.DoNotUse } && asset.IsUsableOn(today) && IsPermitted(customer, asset, today);

    private static IEnumerable<Customer> Customers(AssetKind kind, DateOnly today)
    {
        var scope = AssetConsent.ScopeOf(kind);
        yield return WithContent("nothing recorded", kind, today, customer => customer.Permissions.RemoveAll(permission => permission.Scope == scope));
        foreach (var status in Enum.GetValues<PermissionStatus>())
        {
            foreach (var until in new DateOnly?[] { null, today.AddDays(-1), today, today.AddDays(1) })
            {
                yield return WithContent($"{status} until {until}", kind, today, customer => customer.Permissions.Find(permission => permission.Scope == scope)!.Record(status, until, null, FakeClock.Start));
            }
        }

        yield return WithContent("must not be used", kind, today, customer => customer.ForbidUse("Legal dispute"));
        yield return WithContent("archived", kind, today, customer => customer.Archive(null, FakeClock.Start));
    }

    // Only the scope that the kind needs is answered: a yes for another scope is none for this.
    private static Customer WithContent(string name, AssetKind kind, DateOnly today, Action<Customer> answer)
    {
        var customer = Given.Customer(name);
        answer(customer);
        (string Title, DateOnly From, DateOnly? Until, AssetState State)[] content =
        [
            ("in use", today, null, AssetState.Published), ("last day", today.AddDays(-9), today, AssetState.Published), ("over", today.AddDays(-9), today.AddDays(-1), AssetState.Published),
            ("not begun", today.AddDays(1), null, AssetState.Published), ("withdrawn", today, null, AssetState.Withdrawn),
        ];
        foreach (var (title, from, until, state) in content)
        {
            var asset = new Asset(Given.Id(), customer.Id, kind, $"{name}: {title}", "en", from);
            asset.Describe("https://example.com/it", null, until);
            if (state == AssetState.Withdrawn)
            {
                asset.Withdraw("Old", FakeClock.Start);
            }

            customer.Assets.Add(asset);
        }

        return customer;
    }
}
