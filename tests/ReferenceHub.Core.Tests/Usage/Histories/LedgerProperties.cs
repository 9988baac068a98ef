using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using Outcome = ReferenceHub.Core.Data.Outcome;

namespace ReferenceHub.Core.Tests.Usage.Histories;

/// <summary>What a node keeps of a ledger as it grows is what its entries say, in whatever order they are read. On a real database.</summary>
public sealed class LedgerProperties : IDisposable
{
    private const int MostSteps = 30;
    private static readonly Viewer Manager = Given.Viewer();
    private static readonly string[] Keys = [ActivityKeys.SalesCall, ActivityKeys.Rfp, ActivityKeys.Quote, ActivityKeys.Event, ActivityKeys.Press];

    private static readonly Gen<Step[]> Plots =
        (from verb in Gen.Frequency((3, Gen.Constant(0)), (7, Gen.Choose(0, 8))) from pick in Gen.Choose(0, 9) from days in Gen.Choose(-200, 200) from read in Gen.Choose(0, 3) select new Step(verb, pick, days, read == 0))
        .ListOf(MostSteps).Select(steps => steps.ToArray());

    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public void What_is_kept_step_by_step_is_what_the_entries_say_in_any_order() => Prop.ForAll(Plots.ToArbitrary(), steps => PlayAsync(steps).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    private async Task<bool> PlayAsync(Step[] steps)
    {
        var customer = Given.Customer();
        customer.Contacts.Add(Given.Contact(customer));
        await database.Add(customer);
        var expected = new Dictionary<Guid, Use>();
        await using var scope = database.Scope();
        var overlay = scope.ServiceProvider.GetRequiredService<UsageOverlay>();
        await overlay.EnsureLoadedAsync(default);
        foreach (var step in steps)
        {
            await DoAsync(customer, step, expected);
            if (step.Read)
            {
                await overlay.EnsureLoadedAsync(default);
                SameAs(overlay.Of(customer.Id).Uses, expected);
            }
        }

        await overlay.EnsureLoadedAsync(default);
        SameAs(overlay.Of(customer.Id).Uses, expected);
        using var anew = new UsageOverlay(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), new ChangeHub(), database.Clock);
        await anew.EnsureLoadedAsync(default);
        SameAs(anew.Of(customer.Id).Uses, expected);

        var entries = await database.Read(db => db.LedgerEntries.AsNoTracking().Where(entry => entry.CustomerId == customer.Id).ToListAsync());
        SameAs(UseFold.Current(entries.OrderBy(entry => entry.Id.GetHashCode())), expected);
        SameAs(UseFold.Current(entries.OrderByDescending(entry => entry.Sequence)), expected);
        entries.Select(entry => entry.Sequence).Order().ShouldBe(Enumerable.Range(1, entries.Count));
        (await database.Read(db => db.CustomerLedgers.Where(ledger => ledger.CustomerId == customer.Id).Select(ledger => ledger.Entries).SumAsync())).ShouldBe(entries.Count);
        return true;
    }

    // What stands afterwards is written down beside it, by the words of the verbs alone.
    private async Task DoAsync(Customer customer, Step step, Dictionary<Guid, Use> expected)
    {
        await using var scope = database.Scope();
        var context = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        var service = scope.ServiceProvider.GetRequiredService<ReservationService>();
        var (on, contact, key) = (Some.Monday.AddDays(step.Days), customer.Contacts[step.Pick % 2].Id, Keys[step.Pick % Keys.Length]);
        var known = expected.Count == 0 ? null : expected.Values.OrderBy(use => use.UseId).ElementAt(step.Pick % expected.Count);
        await context.WriteAsync<Outcome>(async ct =>
        {
            var open = known?.State is UseState.Pending or UseState.Planned;
            switch (step.Verb)
            {
                case 0:
                    var taken = await service.ReserveAsync(new ReserveUse(customer.Id, contact, key, on, UseSource.Request, Given.Id()), Manager, ct);
                    if (!taken.Allowed)
                    {
                        return Outcome.Refuse(taken.Refusal!.Sentence);
                    }

                    expected[taken.UseId] = Made(taken.UseId, UseState.Pending);
                    break;
                case 1:
                    var logged = await service.LogAsync(new LogUse(customer.Id, contact, key, on, null, "Agreed by phone"), Manager, ct);
                    expected[logged] = Made(logged, UseState.Done) with { Source = UseSource.Outside };
                    break;
                case 2 when open:
                    await service.AgreeAsync(known!.UseId, Manager, ct);
                    expected[known.UseId] = known with { State = UseState.Planned };
                    break;
                case 3 when open:
                    if (!(await service.MoveAsync(known!.UseId, new MoveUse(on, contact, Agreed: true), Manager, ct)).Allowed)
                    {
                        return Outcome.Refuse("Beyond a limit there");
                    }

                    expected[known.UseId] = known with { State = UseState.Planned, On = on, ContactId = contact };
                    break;
                case 4 when open:
                    if (!(await service.ConfirmAsync(known!.UseId, on, step.Pick * 10, Manager, ct)).Allowed)
                    {
                        return Outcome.Refuse("Beyond a limit there");
                    }

                    expected[known.UseId] = known with { State = UseState.Done, On = on, Minutes = step.Pick * 10 };
                    break;
                case 5 when open:
                    await service.ReleaseAsync(known!.UseId, Manager, ct);
                    expected.Remove(known.UseId);
                    break;
                case 6 when open:
                    await service.ReleaseAsync(known!.UseId, Manager, ct, keepsRest: true);
                    expected[known.UseId] = known with { State = UseState.NoShow, Units = 0, Minutes = 0 };
                    if (known.Units == 0)
                    {
                        expected.Remove(known.UseId);
                    }

                    break;
                case 7 when known?.State == UseState.Done:
                    if (await service.CorrectAsync(known.UseId, new CorrectUse(on, step.Pick % 3, step.Pick), "Was otherwise", Manager, ct) is { IsDone: false } same)
                    {
                        return same;
                    }

                    expected[known.UseId] = known with { On = on, Units = step.Pick % 3, Minutes = step.Pick, StartsRest = step.Pick % 3 > 0 };
                    break;
                case 8 when known is { State: UseState.Done, Source: UseSource.Outside }:
                    await service.TakeBackAsync(known.UseId, "Was not held", Manager, ct);
                    expected.Remove(known.UseId);
                    break;
            }

            await context.SaveChangesAsync(ct);
            return Outcome.Done;
        });

        Use Made(Guid id, UseState state) =>
            new(id, customer.Id, contact, key, Some.Types[key].Units, Some.Types[key].Minutes, on, state, Some.Types[key].Units > 0, UseSource.Request, null, Overridden: false);
    }

    private static void SameAs(IReadOnlyList<Use> found, Dictionary<Guid, Use> expected) =>
        found.Select(use => use with { SourceId = null }).ShouldBe(expected.Values, ignoreOrder: true);

    private sealed record Step(int Verb, int Pick, int Days, bool Read);
}
