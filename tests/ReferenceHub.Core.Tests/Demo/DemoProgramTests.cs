using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Data.Demo;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Demo;

public sealed class DemoProgramTests(DemoScene scene) : IClassFixture<DemoScene>
{
    [Fact]
    public async Task There_are_as_many_customers_as_asked_for_with_three_contacts_or_more()
    {
        var customers = await scene.Database.Read(db => db.Customers.Select(customer => new { customer.Name, Contacts = customer.Contacts.Count }).ToListAsync());
        customers.Count.ShouldBe(DemoScene.Customers);
        customers.ShouldAllBe(customer => customer.Contacts >= 3);
        customers.ShouldContain(customer => customer.Name == "Alpenbank AG");
    }

    [Fact]
    public async Task The_seven_people_to_sign_in_as_are_there_and_have_a_password()
    {
        var people = await scene.Database.Read(db => db.Users.Where(user => user.PasswordHash != null).Select(user => user.Email!).ToListAsync());
        foreach (var name in new[] { "admin", "manager", "rep", "rep2", "owner", "marketing", "executive" })
        {
            people.ShouldContain($"{name}@referencehub.example");
        }
    }

    [Fact]
    public async Task Rep_has_requests_in_many_states_and_owner_has_asks_to_answer()
    {
        var states = await scene.Database.Read(db => db.Requests.Where(request => request.Requester!.Email == "rep@referencehub.example").Select(request => request.State).Distinct().ToListAsync());
        states.ShouldContain(RequestState.Draft);
        states.ShouldContain(RequestState.Submitted);
        states.ShouldContain(RequestState.Triaged);
        states.ShouldContain(RequestState.Sourcing);
        states.ShouldContain(RequestState.Confirmed);
        states.ShouldContain(RequestState.OnHold);
        var asks = await scene.Database.Read(db => db.Candidates.CountAsync(candidate => candidate.State == CandidateState.OwnerAsked && candidate.Customer!.Owner!.Email == "owner@referencehub.example"));
        asks.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task There_is_something_to_keep_tidy()
    {
        (await scene.Database.Read(db => db.Nominations.CountAsync(nomination => nomination.State == NominationState.Waiting))).ShouldBeGreaterThan(2);
        (await scene.Database.Read(db => db.ChangeProposals.CountAsync(proposal => proposal.State == ProposalState.Open))).ShouldBeGreaterThan(1);
        (await scene.Database.Read(db => db.Permissions.CountAsync(permission => permission.EvidenceFileId != null))).ShouldBeGreaterThan(5);
        (await scene.Database.Read(db => db.Permissions.AsNoTracking().ToListAsync())).ShouldContain(permission => permission.Channels.Count > 0);
        (await scene.Database.Read(db => db.SavedViews.CountAsync(view => view.Shared))).ShouldBe(2);
        (await scene.Database.Read(db => db.UnmetNeeds.CountAsync(need => need.ClosedAt == null))).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task The_signed_form_opens_as_the_PDF_it_is()
    {
        var file = await scene.Database.Read(db => db.StoredFiles.FirstAsync(file => db.Attachments.Any(form => form.Hash == file.Hash && db.Permissions.Any(permission => permission.EvidenceFileId == form.Id))));
        var kind = await scene.Database.Ask(async (FileStore store) =>
        {
            await using var stream = await store.OpenAsync(file.Hash, CancellationToken.None);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            return await FileLook.OfAsync(memory, "form.pdf", CancellationToken.None);
        });
        kind.ShouldBe(FileKind.Pdf);
        file.ContentType.ShouldBe("application/pdf");
    }

    [Fact]
    public async Task A_filled_database_is_not_filled_again()
    {
        var before = await scene.Database.Read(db => db.Requests.CountAsync());
        (await scene.Database.Ask<DemoProgram, bool>(demo => demo.SeedAsync(FakeClock.Start, 5, null, CancellationToken.None))).ShouldBeFalse();
        (await scene.Database.Read(db => db.Requests.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task The_same_size_and_instant_give_the_same_program()
    {
        using var other = TestDatabase.Create();
        await DemoScene.SeedAsync(other);
        (await Fingerprint(other)).ShouldBe(await Fingerprint(scene.Database));
    }

    [Fact]
    public async Task Stopping_half_way_leaves_nothing()
    {
        using var database = TestDatabase.Create();
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => database.Ask<DemoProgram, bool>(demo => demo.SeedAsync(FakeClock.Start, DemoScene.Customers, step => stop.Cancel(), stop.Token)));
        (await database.Read(db => db.Customers.CountAsync())).ShouldBe(0);
        (await database.Read(db => db.Users.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_very_small_program_works_too()
    {
        using var database = TestDatabase.Create();
        await DemoScene.SeedAsync(database, 2);
        (await database.Read(db => db.Customers.CountAsync())).ShouldBe(2);
    }

    [Theory]
    [InlineData("2026-11-22T09:47:33Z")]
    [InlineData("2027-01-01T00:00:00Z")]
    [InlineData("2027-03-31T22:59:59Z")]
    [InlineData("2028-02-29T12:00:00Z")]
    [InlineData("2027-06-17T16:30:00Z")]
    public async Task Any_instant_will_do(string now)
    {
        using var database = TestDatabase.Create();
        var instant = DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        (await database.Ask<DemoProgram, bool>(demo => demo.SeedAsync(instant, DemoScene.Customers, null, CancellationToken.None))).ShouldBeTrue();
        (await database.Read(db => db.Requests.CountAsync(request => RequestStates.Open.Contains(request.State)))).ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Nothing_but_plans_lies_ahead()
    {
        var now = FakeClock.Start;
        await scene.Database.Read(async db =>
        {
            (await db.RequestEvents.CountAsync(line => line.At > now)).ShouldBe(0);
            (await db.LedgerEntries.CountAsync(entry => entry.At > now)).ShouldBe(0);
            (await db.UsageSignals.CountAsync(signal => signal.At > now)).ShouldBe(0);
            (await db.HistoryEvents.CountAsync(line => line.At > now)).ShouldBe(0);
            (await db.LoggedActions.CountAsync(action => action.At > now)).ShouldBe(0);
            (await db.Customers.CountAsync(customer => customer.VerifiedAt > now || customer.CreatedAt > now)).ShouldBe(0);
            (await db.Permissions.CountAsync(permission => permission.RecordedAt > now)).ShouldBe(0);
            return true;
        });
    }

    [Fact]
    public async Task Confidential_and_retired_customers_are_among_them()
    {
        var tiers = await scene.Database.Read(db => db.Customers.Select(customer => customer.Tier).Distinct().ToListAsync());
        tiers.ShouldContain(Tier.Confidential);
        tiers.ShouldContain(Tier.Lighthouse);
    }

    private static Task<string> Fingerprint(TestDatabase database) => database.Read(async db =>
    {
        var customers = await db.Customers.OrderBy(customer => customer.NameKey).Select(customer => $"{customer.Id} {customer.Name} {customer.Health}").ToListAsync();
        var requests = await db.Requests.OrderBy(request => request.Number).Select(request => $"{request.Id} {request.Number} {request.State} {request.TurnaroundMinutes}").ToListAsync();
        var ledger = await db.LedgerEntries.OrderBy(entry => entry.CustomerId).ThenBy(entry => entry.Sequence).Select(entry => $"{entry.Id} {entry.On} {entry.State}").ToListAsync();
        return string.Join('\n', customers.Concat(requests).Concat(ledger));
    });
}
