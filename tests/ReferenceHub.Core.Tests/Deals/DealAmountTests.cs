using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Deals;

/// <summary>Which amounts of deals the program's rules count.</summary>
public sealed class DealAmountTests : IDisposable
{
    private static readonly Viewer Manager = Given.Viewer(Roles.ProgramManager, "Maria Berg");
    private static readonly DealFacts Huge = new() { Name = "Huge", Currency = "EUR", AmountMinor = 900_000_00, StageKey = "proposal" };

    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_sellers_own_figure_counts_once_somebody_who_runs_the_program_has_confirmed_it()
    {
        var rep = await RepAsync();
        var deal = (await ServeAsync<Outcome<Guid>>(deals => deals.CreateAsync(null, Huge, rep, default))).Value;
        (await CountedAsync(deal)).ShouldBeNull();

        await Should.ThrowAsync<ForbiddenException>(ServeAsync<Outcome>(async deals => await deals.ConfirmAmountAsync(deal, await VersionAsync(deal), rep, default)));
        await ServeAsync<Outcome>(async deals => await deals.ConfirmAmountAsync(deal, await VersionAsync(deal), Manager, default));
        (await CountedAsync(deal)).ShouldBe(900_000);

        await ChangeAsync(deal, Huge with { Name = "Huger" }, rep);
        (await CountedAsync(deal)).ShouldBe(900_000, "the amount is the same");
        await ChangeAsync(deal, Huge with { AmountMinor = 901_000_00 }, rep);
        (await CountedAsync(deal)).ShouldBeNull();
        await ChangeAsync(deal, Huge with { AmountMinor = 902_000_00 }, Manager);
        (await CountedAsync(deal)).ShouldBe(902_000);
    }

    [Fact]
    public async Task Nobody_confirms_an_amount_that_was_changed_meanwhile()
    {
        var rep = await RepAsync();
        var deal = (await ServeAsync<Outcome<Guid>>(deals => deals.CreateAsync(null, Huge, rep, default))).Value;
        var seen = await VersionAsync(deal);
        await ChangeAsync(deal, Huge with { AmountMinor = 999_000_00 }, rep);

        await Should.ThrowAsync<StaleVersionException>(ServeAsync<Outcome>(deals => deals.ConfirmAmountAsync(deal, seen, Manager, default)));

        (await CountedAsync(deal)).ShouldBeNull();
    }

    [Fact]
    public async Task A_merged_deal_brings_its_amount_as_it_stood()
    {
        var (survivor, duplicate) = (new Opportunity(database.NextId(), "A", Huge with { AmountMinor = null }, database.Clock.Now), new Opportunity(database.NextId(), "B", Huge, database.Clock.Now, confirmed: false));

        survivor.TakeOver(duplicate);
        await database.Add(survivor);

        (await CountedAsync(survivor.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_currency_than_the_programs_is_not_counted()
    {
        var deal = new Opportunity(database.NextId(), "A", Huge with { Currency = "USD" }, database.Clock.Now);
        await database.Add(deal);

        (await CountedAsync(deal.Id)).ShouldBeNull();
    }

    private async Task<Viewer> RepAsync()
    {
        await database.Change(async db => (await db.Organisations.SingleAsync()).Edit("Acme", "Europe/Berlin", "EUR", fiscalYearStart: 1));
        var rep = Given.User(Roles.Rep);
        await database.Add(rep);
        return rep.AsViewer();
    }

    private Task ChangeAsync(Guid deal, DealFacts facts, Viewer by) => ServeAsync<bool>(async deals =>
    {
        await deals.ChangeAsync(deal, await VersionAsync(deal), facts, by, default);
        return true;
    });

    private Task<int> VersionAsync(Guid deal) => database.Read(db => db.Opportunities.Where(row => row.Id == deal).Select(row => row.Version).SingleAsync());

    private Task<decimal?> CountedAsync(Guid deal) => database.Read(db => db.DealAmountAsync(deal, default));

    private Task<T> ServeAsync<T>(Func<OpportunityService, Task<T>> deed) => database.Ask(deed);
}
