using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>What a program stands on: organisation, taxonomies, stages, calendars, activity types, policies, people.</summary>
internal sealed class DemoGround(ReferenceHubDbContext db, IPasswordHasher<User> hasher)
{
    private const int Seed = 20261123;
    private const string Zone = "Europe/Berlin";

    /// <summary>Saves it all and gives the world to go on with.</summary>
    public async Task<DemoWorld> LayAsync(DateTime now, CancellationToken ct)
    {
        var ids = new DemoIds(Seed) { Now = now.AddDays(-DemoWorld.DaysBack - 60) };
        if (!await db.Organisations.AnyAsync(ct))
        {
            db.Organisations.Add(new Organisation("Meridian Software", Zone, "EUR"));
            await db.SaveChangesAsync(ct);
        }

        await new TaxonomySeed(db, ids).AddAsync(ct);
        foreach (var product in db.Terms.Local.Where(term => term.Kind == TermKind.Product))
        {
            product.Offer(["Standard", "Enterprise", "Cloud"]);
        }

        await new DealStageSeed(db, ids).AddAsync(ct);
        await new UsageSeed(db, new StillClock(now), ids).AddAsync(ct);
        await new ProcessSeed(db, new StillClock(now), new DemoIds(Seed + 1) { Now = ids.Now }).AddAsync(ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();

        var world = new DemoWorld(
            now,
            await db.ProgramZoneAsync(ct),
            ids,
            await db.Terms.AsNoTracking().ToListAsync(ct),
            await db.ActivityTypes.AsNoTracking().ToListAsync(ct),
            await db.DealStages.AsNoTracking().OrderBy(stage => stage.Place).ToListAsync(ct));
        var standard = await db.BusinessCalendars.OrderByDescending(calendar => calendar.IsDefault).FirstAsync(ct);
        var calendars = DemoCalendars.Open(standard, world.Today, ids);
        db.BusinessCalendars.AddRange(calendars.Skip(1));
        world.Calendars = new CalendarBook(calendars);
        world.People = DemoPeople.Make(now, ids, hasher.HashPassword(null!, DemoPeople.Password));
        db.Teams.AddRange(world.People.Teams);
        db.Users.AddRange(world.People.All);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return world;
    }

    private sealed class StillClock(DateTime now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(now);
    }
}
