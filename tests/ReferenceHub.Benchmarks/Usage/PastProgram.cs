using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Benchmarks.Matching;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Benchmarks.Usage;

/// <summary>A SQLite program with two years of asks behind it: each with its request, its deal and what came of it, a few customers asked far more than others.</summary>
internal sealed class PastProgram
{
    private const int Batch = 500;
    private static readonly string[] Keys = [ActivityKeys.SalesCall, ActivityKeys.Rfp, ActivityKeys.Quote, ActivityKeys.Analyst, ActivityKeys.Event, ActivityKeys.SiteVisit];
    private readonly Random random = new(6);
    private readonly DateTime now = DateTime.UtcNow;
    private readonly Dictionary<Guid, CustomerLedger> ledgers = [];

    /// <summary>Makes one, anew for each run, since its days lie around now.</summary>
    public static async Task<string> FileAsync(int customers, int uses)
    {
        var program = await Filler.FileAsync(customers);
        SqliteConnection.ClearAllPools();
        var file = Path.Combine(Path.GetTempPath(), $"referencehub-bench-past-{customers}-{uses}.db");
        foreach (var old in new[] { file, $"{file}-wal", $"{file}-shm" })
        {
            File.Delete(old);
        }

        File.Copy(program, file);
        await using var services = Filler.Services(file);
        await new PastProgram().FillAsync(services, uses);
        return file;
    }

    private async Task FillAsync(ServiceProvider services, int uses)
    {
        List<Customer> customers;
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
            customers = await db.Customers.AsNoTracking().Include(customer => customer.Contacts).Where(customer => customer.Contacts.Count > 0).OrderBy(customer => customer.Id).ToListAsync();
        }

        for (var made = 0; made < uses; made += Batch)
        {
            await using var scope = services.CreateAsyncScope();
            await AddAsync(scope.ServiceProvider, customers, made, Math.Min(Batch, uses - made), uses);
        }
    }

    private async Task AddAsync(IServiceProvider services, List<Customer> customers, int from, int count, int of)
    {
        var db = services.GetRequiredService<ReferenceHubDbContext>();
        var ids = services.GetRequiredService<IIds>();
        var calendars = await services.GetRequiredService<CalendarQueries>().BookAsync(default);
        var types = await db.ActivityTypes.AsNoTracking().ToDictionaryAsync(type => type.Key);
        var rep = (await db.Users.FirstAsync(user => user.Email == "rep@bench.example")).AsViewer();
        var manager = (await db.Users.FirstAsync(user => user.Email == "manager@bench.example")).AsViewer();
        for (var place = from; place < from + count; place++)
        {
            var at = now.AddDays(-729 + (728.0 * place / of));
            var customer = customers[(int)(customers.Count * Math.Pow(random.NextDouble(), 1.5))];
            var type = types[Keys[random.Next(Keys.Length)]];
            var on = DateOnly.FromDateTime(at).AddDays(random.Next(3, 60));
            var deal = new Opportunity(ids.Next(), $"OPP-{place}", new DealFacts { Name = $"Deal {place}", Currency = "EUR", StageKey = "proposal", OwnerId = rep.UserId, AmountMinor = random.Next(1, 900) * 100_000L }, at);
            var request = new ReferenceRequest(ids.Next(), 1_000_000 + place, rep.UserId, new RequestNeed { ActivityKey = type.Key, OpportunityId = deal.Id, Text = "A bank that moved its core platform", ProspectName = $"Northwind {place}", NeededBy = on }, at);
            request.Submit(new Moment(rep, at, calendars.Default, ids), new Promise(calendars.Default.AddDays(at, 2), 2, calendars.DefaultId));
            request.Assign(new Moment(manager, at, calendars.Default, ids), manager.UserId, manager.Name);
            var candidate = request.Propose(new Moment(manager, at, calendars.Default, ids), ids.Next(), customer.Id, null);
            db.Opportunities.Add(deal);
            db.Requests.Add(request);
            var use = new Use(
                ids.Next(), customer.Id, customer.Contacts[random.Next(customer.Contacts.Count)].Id, type.Key, type.Units, type.Minutes, on, UseState.Pending, type.Units > 0, UseSource.Request, candidate.Id, Overridden: false);
            Live(db, ids, use, at, manager);
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    // Of twenty: two declined, one not kept, three moved to another day; the rest take place as they were asked.
    private void Live(ReferenceHubDbContext db, IIds ids, Use use, DateTime at, Viewer by)
    {
        var fate = random.Next(20);
        Write(LedgerKind.Reserved, use, at);
        if (fate < 2)
        {
            Write(LedgerKind.Released, use with { Units = 0, Minutes = 0, StartsRest = false, State = UseState.Released }, at.AddDays(2));
            return;
        }

        use = use with { State = UseState.Planned };
        if (fate < 5)
        {
            Write(LedgerKind.Released, use with { Units = 0, Minutes = 0, StartsRest = false, State = UseState.Released }, at.AddDays(2));
            use = use with { On = use.On.AddDays(random.Next(-2, 14)) };
            Write(LedgerKind.Reserved, use, at.AddDays(2));
        }
        else
        {
            Write(LedgerKind.Corrected, use, at.AddDays(2));
        }

        var held = use.On.ToDateTime(new TimeOnly(15, 0), DateTimeKind.Utc);
        if (held < now)
        {
            Write(fate == 5 ? LedgerKind.Released : LedgerKind.Confirmed, fate == 5 ? use with { Units = 0, Minutes = 0, State = UseState.NoShow } : use with { State = UseState.Done }, held);
        }

        void Write(LedgerKind kind, Use state, DateTime when)
        {
            if (!ledgers.TryGetValue(use.CustomerId, out var ledger))
            {
                ledgers[use.CustomerId] = ledger = new CustomerLedger(use.CustomerId);
            }

            db.LedgerEntries.Add(new LedgerEntry(ids.Next(), ledger.Next(), kind, state, when, by.ActorId, by.Name));
        }
    }
}
