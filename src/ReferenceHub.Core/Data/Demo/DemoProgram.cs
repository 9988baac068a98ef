using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>How far the filling has come: "requests", 600 of 1,200.</summary>
public sealed record DemoStep(string What, int Done, int Of);

/// <summary>
/// Fills an empty database with a program that has run for two years: companies, people, deals, requests and uses, the same ones for the same
/// size and instant. One transaction, so that it is there whole or not at all; of several nodes one does it.
/// </summary>
public sealed class DemoProgram(ReferenceHubDbContext db, IPasswordHasher<User> hasher)
{
    private const string Name = "demo";

    /// <summary>Whether nobody and nothing is in the database yet.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken ct) =>
        !await db.SeedMarks.AnyAsync(mark => mark.Name == Name, ct) && !await db.Users.AnyAsync(ct) && !await db.Customers.AnyAsync(ct);

    /// <summary>Fills the database as of <paramref name="now"/> (UTC) with so many customers; false when it was not empty.</summary>
    public Task<bool> SeedAsync(DateTime now, int customers, Action<DemoStep>? progress, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(customers);
        return db.WriteAsync(
            async stop =>
            {
                if (!await IsNeededAsync(stop))
                {
                    return false;
                }

                var world = await new DemoGround(db, hasher).LayAsync(now.CutToMilliseconds(), stop);
                await new DemoFilling(db, world, progress ?? (_ => { })).FillAsync(customers, stop);
                db.SeedMarks.Add(new SeedMark(Name, customers, now));
                await db.SaveChangesAsync(stop);
                await OneNoticeEachAsync(world, stop);
                return true;
            },
            ct);
    }

    // Nobody has cached anything yet; one notice a topic tells the same as thousands.
    private async Task OneNoticeEachAsync(DemoWorld world, CancellationToken ct)
    {
        await db.ChangeNotices.ExecuteDeleteAsync(ct);
        db.ChangeNotices.AddRange(Enum.GetValues<Topic>().Select(topic => new ChangeNotice(world.Ids.Next(), world.Now, topic, Guid.Empty)));
        await db.SaveChangesAsync(ct);
    }
}
