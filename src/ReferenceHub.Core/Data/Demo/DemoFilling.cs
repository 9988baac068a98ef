using Bogus;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Fills a laid-out program: customers, deals, two years of requests, and what lies on people's desks today.</summary>
internal sealed class DemoFilling(ReferenceHubDbContext db, DemoWorld world, Action<DemoStep> progress)
{
    private const int Batch = 200;
    private const int DealsACustomer = 5;
    private const int RequestsACustomer = 4;

    private readonly DemoRows rows = new(db);
    private readonly DemoClock clock = new(world.Ids);

    public async Task FillAsync(int size, CancellationToken ct)
    {
        await CustomersAsync(size, ct);
        await DealsAsync(size * DealsACustomer, ct);
        await RequestsAsync(size * RequestsACustomer, ct);
    }

    private async Task CustomersAsync(int size, CancellationToken ct)
    {
        clock.Now = world.Now.AddDays(-DemoWorld.DaysBack - 45);
        var maker = new CustomerMaker(world);
        foreach (var batch in new SketchBook(world).Draw(size).Chunk(Batch))
        {
            var made = batch.Select(maker.Make).ToList();
            world.Customers.AddRange(made);
            Untidy(made);
            made.Where((_, place) => place % 19 == 7).ToList().ForEach(customer => customer.Row.ForbidGifts(true));
            await rows.AddAsync([.. maker.TakeEvidence(), .. maker.TakeFiles(), .. made.Select(customer => customer.Row)], ct);
            await rows.AddAsync(maker.TakeContent(), ct);
            progress(new DemoStep("customers", world.Customers.Count, size));
        }

        var own = OwnLimits.Of(world).ToList();
        await rows.AddAsync(own, ct);
        var book = new PolicyBook(1, await db.UsagePolicies.AsNoTracking().ToListAsync(ct), world.Types.Values);
        foreach (var customer in world.Customers)
        {
            var segments = Segments.Of(customer.Row.IndustryId, customer.Row.RegionId, customer.Row.Products.Select(use => use.ProductId), world.TermParents);
            customer.Ledger = new DemoLedger(customer.Row.Id, book.For(UsageSubject.Of(customer.Row, segments)), clock);
        }
    }

    // Some records are put away, and one company stands there twice: what a program that runs has to tidy up.
    private void Untidy(List<DemoCustomer> made)
    {
        foreach (var customer in made.Where(customer => customer.Row.Status == ReferenceStatus.Retired).Take(2))
        {
            customer.Row.Archive(world.People.Of("manager").Id, world.Now.AddDays(-70));
        }

        var twice = made.Where(customer => customer.Row.Status == ReferenceStatus.Candidate && !customer.Row.IsConfidential).Take(2).ToList();
        if (twice is [var one, var other])
        {
            other.Row.Describe(other.Row.CompanyFacts with { Name = world.Companies.Take(one.Row.Name + " Holding"), Website = one.Row.Website, City = one.Row.City, IndustryId = one.Row.IndustryId, RegionId = one.Row.RegionId });
        }
    }

    private async Task DealsAsync(int count, CancellationToken ct)
    {
        foreach (var batch in Deals.Make(count).Chunk(Batch * 4))
        {
            world.Deals.AddRange(batch);
            await rows.AddAsync(batch.Select(deal => deal.Row), ct);
            progress(new DemoStep("deals", world.Deals.Count, count));
        }
    }

    private DealMaker Deals => field ??= new DealMaker(world);

    private async Task RequestsAsync(int count, CancellationToken ct)
    {
        var finder = new Finder(world);
        var past = new StoryPast(world, clock, finder);
        var present = new StoryNow(world, Deals, finder, new Randomizer(403));
        var scripts = new Casting(world, clock).Cast(count, finder, past, present);
        await rows.AddAsync(present.Deals.Select(deal => deal.Row), ct);

        var timeline = new Timeline(world, clock);
        timeline.Enter(scripts);
        var all = scripts.Count;
        scripts.Clear();
        var asks = new HashSet<(Guid Deal, Guid User)>();
        var done = 0;
        foreach (var batch in timeline.Play().Chunk(Batch))
        {
            await SaveAsync(batch, asks, ct);
            progress(new DemoStep("requests", done += batch.Length, all));
        }

        past.Decline();
        await SaveAsync([.. timeline.Open, .. timeline.Merged], asks, ct);
        await rows.AddAsync(world.Customers.Select(customer => customer.Ledger.Row), ct);
        await rows.AddAsync([new NumberSeries("requests", Casting.NumberAfter(all))], ct);
        await rows.AddAsync(new Desks(world, clock, timeline.Open).Rows(), ct);
        await rows.AddAsync([.. new InboxMaker(world, timeline.Open).Lines(), .. new AbsenceMaker(world).All()], ct);
        await rows.AddAsync([.. new NominationMaker(world).All(), .. new ProposalMaker(world).All(), .. new DailyUse(world).Rows(), .. new DemandMaker(world).All()], ct);
        await rows.AddAsync(new GivenMaker(world).All(), ct);
        await rows.AddAsync(new ContentLife(world).Rows(), ct);
        foreach (var batch in new Chronicle(world).Lines().Chunk(Batch * 10))
        {
            await rows.AddAsync(batch, ct);
        }

        progress(new DemoStep("requests", all, all));
    }

    private async Task SaveAsync(IReadOnlyCollection<RequestLife> lives, HashSet<(Guid Deal, Guid User)> asks, CancellationToken ct)
    {
        var noted = lives.Where(life => life.Row.SubmittedAt is not null)
            .Select(life => (life.Plan.Deal.Row.Id, life.Plan.Requester.Id)).Where(asks.Add)
            .Select(ask => (object)new DealAsk(ask.Item1, ask.Item2));
        await rows.AddAsync([.. lives.Select(life => life.Row), .. noted, .. lives.SelectMany(life => life.Releases), .. lives.SelectMany(life => life.Beside), .. clock.Written], ct);
        clock.Written.Clear();
    }
}
