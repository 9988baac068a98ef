using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Web;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests.TwoProcesses;

/// <summary>
/// Two processes of the product over one PostgreSQL reserve for 200 asks at once; one of them is killed (<c>kill -9</c>) in the middle and started
/// again. Three rounds, fifty in the full run, each with a program, asks and an instant of its own, the same whenever the round is run again.
/// </summary>
public sealed class KilledReservationTests
{
    private const int NoMail = 9;

    public static TheoryData<int> Rounds { get; } = [.. Enumerable.Range(1, TestRun.IsFull ? 50 : 3)];

    [PostgresTheory]
    [MemberData(nameof(Rounds))]
    public async Task No_limit_is_exceeded_no_unit_lost_and_no_reservation_orphaned(int round)
    {
        var random = new Random((round * 1_000_003) ^ TestRun.Seed);
        var clock = new FakeClock();
        clock.MoveTo(DateTime.UtcNow);
        using var database = TestDatabase.Create(DatabaseProvider.PostgreSql, clock);
        var program = new AskedProgram(database, random);
        await program.MakeAsync();
        var askers = new Askers(program.Manager, program.Candidates.OrderBy(_ => random.Next()), AskedProgram.Asks * random.Next(5, 70) / 100);

        await AskAllAsync(database, askers);

        var truth = await LedgerTruth.ReadAsync(database);
        truth.PlacesHaveNoGaps();
        truth.EachReservationWasAllowedWhenItWasMade();
        truth.EachRefusalWasRight(askers.Answers);
        truth.LedgerAndRequestsSayTheSame(askers.Answers);
        await truth.NothingIsHeldPastItsTimeOutAsync();
    }

    private static async Task AskAllAsync(TestDatabase database, Askers askers)
    {
        var starting = new[] { StartAsync(database), StartAsync(database) };
        using var stays = await starting[0];
        using var falls = await starting[1];
        var (here, there) = (askers.AtAsync(stays), askers.AtAsync(falls));
        await Task.WhenAny(askers.Moment, here);
        falls.Kill();
        await there;
        using var again = await StartAsync(database);
        await Task.WhenAll(here, askers.AtAsync(again));
    }

    private static Task<ProductProcess> StartAsync(TestDatabase database) => ProductProcess.StartAsync(database.ConnectionString, NoMail, TimeSpan.Zero, DatabaseProvider.PostgreSql);
}
