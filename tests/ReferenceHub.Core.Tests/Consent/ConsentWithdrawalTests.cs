using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Consent;

/// <summary>Taking consent back: everything is listed, everything is pulled, at once.</summary>
public sealed class ConsentWithdrawalTests : IDisposable
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(FakeClock.Start);
    private readonly SmallProgram program = new();

    public ConsentWithdrawalTests() => program.Database.Change(async db => await db.Users.ForEachAsync(user => user.PasswordHash = "chosen")).GetAwaiter().GetResult();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Everything_that_rests_on_the_consent_is_listed_and_pulled()
    {
        var story = await ContentAsync(AssetKind.Story, "How Alpenbank moved", "https://www.example.org/alpenbank");
        var logo = await ContentAsync(AssetKind.Logo, "Logo of Alpenbank", null);
        await ShareAsync(story, logo);
        var (number, candidate) = await program.AskedAsync();

        var plan = await PlanAsync();
        plan.Assets.Select(asset => asset.Title).ShouldBe(["How Alpenbank moved", "Logo of Alpenbank"], ignoreOrder: true);
        plan.Shares.Single().Titles.Count.ShouldBe(2);
        plan.Asks.Single().CandidateId.ShouldBe(candidate);
        plan.Count.ShouldBe(4);

        var result = await WithdrawAsync(plan);
        result.Refusal.ShouldBeNull();
        (await Database.Read(db => db.Permissions.Where(row => row.CustomerId == program.CustomerId).ToListAsync())).ShouldAllBe(row => row.Status == PermissionStatus.Denied);
        (await Database.Read(db => db.Assets.ToListAsync())).ShouldAllBe(asset => asset.State == AssetState.Withdrawn);
        (await program.RequestAsync(number)).Candidates.Single().State.ShouldBe(CandidateState.Withdrawn);
        (await program.UsesAsync()).ShouldAllBe(use => !use.Counts);
        var todos = await TodosAsync();
        todos.Count.ShouldBe(4);
        todos.ShouldContain(todo => todo.Text.Contains("Take down “How Alpenbank moved” at https://www.example.org/alpenbank"));
        todos.ShouldContain(todo => todo.Text.Contains("Pull “Logo of Alpenbank”"));
        todos.ShouldContain(todo => todo.AssigneeId == program.Rep.UserId && todo.Text.Contains("Prospect Ltd"));
        todos.ShouldContain(todo => todo.Source == SourceKind.Request && todo.AssigneeId == program.Manager.UserId && todo.DueOn == Day);
        (await PlanAsync()).Count.ShouldBe(0);
    }

    [Fact]
    public async Task Only_the_chosen_scopes_are_pulled()
    {
        await ContentAsync(AssetKind.Story, "Story", null);
        await ContentAsync(AssetKind.Logo, "Logo", null);
        var (number, _) = await program.AskedAsync();
        var plan = await PlanAsync(PermissionScope.Logo);
        plan.Assets.Single().Title.ShouldBe("Logo");
        plan.Asks.ShouldBeEmpty();
        (await WithdrawAsync(plan)).IsDone.ShouldBeTrue();
        (await Database.Read(db => db.Assets.SingleAsync(asset => asset.Title == "Story"))).State.ShouldBe(AssetState.Published);
        (await program.RequestAsync(number)).Candidates.Single().State.ShouldBe(CandidateState.OwnerAsked);
    }

    [Fact]
    public async Task A_scheduled_use_is_called_off_and_the_requester_told_without_the_name()
    {
        var (number, candidate) = await program.AskedAsync();
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "phone", program.Manager, default));
        await program.Do<CandidateUses>(desk => desk.ScheduleAsync(number, candidate, program.Clock.Now.AddDays(3), null, null, program.Rep, default));

        (await WithdrawAsync(await PlanAsync(PermissionScope.SalesCall), program.Owner)).Refusal.ShouldBeNull();
        var request = await program.RequestAsync(number);
        request.Candidates.Single().State.ShouldBe(CandidateState.Withdrawn);
        request.State.ShouldBe(RequestState.Sourcing);
        (await Database.Read(db => db.ContactReleases.SingleAsync())).EndsAt.ShouldBe(program.Clock.Now);
        var told = (await TodosAsync()).Single(todo => todo.AssigneeId == program.Rep.UserId);
        told.Text.ShouldContain("does not take place on 26 Nov 2026");
        told.Text.ShouldNotContain("Alpenbank");
    }

    [Fact]
    public async Task What_comes_in_between_list_and_confirmation_is_shown_first()
    {
        var plan = await PlanAsync();
        await ContentAsync(AssetKind.Video, "New video", null);
        (await WithdrawAsync(plan)).Refusal!.ShouldStartWith("The list changed");
        (await Database.Read(db => db.Permissions.AnyAsync(row => row.CustomerId == program.CustomerId))).ShouldBeFalse("nothing is half withdrawn");
        (await WithdrawAsync(await PlanAsync())).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_confirmation_is_refused_and_changes_nothing()
    {
        var plan = await PlanAsync(PermissionScope.Quote);
        (await WithdrawAsync(plan)).IsDone.ShouldBeTrue();
        (await WithdrawAsync(plan)).Refusal.ShouldBe("This consent is withdrawn already.");
        (await Database.Read(db => db.HistoryEvents.CountAsync(line => line.Verb == "consent-withdrawn"))).ShouldBe(1);
    }

    [Fact]
    public async Task Owner_and_program_learn_of_it_at_once_and_whoever_has_to_pull_something_without_the_name()
    {
        await ShareAsync(await ContentAsync(AssetKind.Story, "How Alpenbank moved", null));
        await Database.Change(async db => await db.Notifications.ExecuteDeleteAsync());
        (await WithdrawAsync(await PlanAsync(), Viewer.Product)).Refusal.ShouldBeNull();

        var told = await Database.Read(db => db.Notifications.AsNoTracking().Where(notice => notice.Kind == MessageKinds.ConsentWithdrawn).ToListAsync());
        told.Select(notice => notice.UserId).ShouldBe([program.Manager.UserId, program.Owner.UserId, program.Rep.UserId], ignoreOrder: true);
        told.Single(notice => notice.UserId == program.Owner.UserId).Title.ShouldBe("Alpenbank AG withdrew its consent");
        told.Single(notice => notice.UserId == program.Rep.UserId).Title.ShouldNotContain("Alpenbank");
    }

    [Fact]
    public async Task What_is_to_be_pulled_goes_to_people_who_can_sign_in()
    {
        await ContentAsync(AssetKind.Story, "How Alpenbank moved", null);
        var away = new User(Database.NextId(), "Aaron Invited", "aaron@test.example", Roles.Marketing | Roles.ProgramManager, program.Clock.Now);
        await Database.Add(away);
        (await WithdrawAsync(await PlanAsync(), Viewer.Product)).Refusal.ShouldBeNull();
        (await TodosAsync()).ShouldAllBe(todo => todo.AssigneeId == program.Manager.UserId);
    }

    [Fact]
    public async Task It_says_how_we_know_since_when_and_by_whom()
    {
        await WithdrawAsync(await PlanAsync(PermissionScope.Press));
        var press = await Database.Read(db => db.Permissions.SingleAsync(row => row.CustomerId == program.CustomerId));
        press.Evidence.ShouldBe("Withdrawn on 23 Nov 2026, e-mail of Dr. Brandner: new press policy");
        press.RecordedById.ShouldBe(program.Manager.UserId);
    }

    [Fact]
    public async Task Source_scope_and_a_day_that_has_been_are_needed()
    {
        var plan = await PlanAsync();
        (await WithdrawAsync(plan, source: " ")).Field.ShouldBe(nameof(Withdrawal.Source));
        (await WithdrawAsync(plan, on: Day.AddDays(1))).Field.ShouldBe(nameof(Withdrawal.On));
        (await WithdrawAsync(plan with { Scopes = [] })).Field.ShouldBe(nameof(Withdrawal.Scopes));
    }

    [Fact]
    public async Task Others_than_owner_marketing_and_manager_withdraw_nothing()
    {
        await Should.ThrowAsync<ForbiddenException>(() => PlanAsync(program.OtherRep));
        var plan = await PlanAsync();
        await Should.ThrowAsync<ForbiddenException>(() => WithdrawAsync(plan, program.OtherRep));
    }

    [Fact]
    public async Task The_list_of_RFP_references_is_left_too()
    {
        await Database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == program.CustomerId)).ListForRfps(true));
        var plan = await PlanAsync(PermissionScope.Rfp);
        plan.LeavesRfpList.ShouldBeTrue();
        await WithdrawAsync(plan);
        (await Database.Read(db => db.Customers.SingleAsync(row => row.Id == program.CustomerId))).RfpListed.ShouldBeFalse();
        (await TodosAsync()).Single().AssigneeId.ShouldBe(program.Owner.UserId);
    }

    private Testing.Databases.TestDatabase Database => program.Database;

    private Task<WithdrawalPlan> PlanAsync(params PermissionScope[] scopes) => PlanAsync(program.Manager, scopes);

    private Task<WithdrawalPlan> PlanAsync(Viewer by, params PermissionScope[] scopes) => program.Ask<WithdrawalQueries, WithdrawalPlan>(queries => queries.PlanAsync(program.CustomerId, scopes, by, default));

    private Task<Outcome<WithdrawalResult>> WithdrawAsync(WithdrawalPlan plan, Viewer? by = null, string source = "e-mail of Dr. Brandner", DateOnly? on = null) =>
        program.Ask<ConsentWithdrawal, Outcome<WithdrawalResult>>(service => service.WithdrawAsync(
            program.CustomerId, new Withdrawal(plan.Scopes, on ?? Day, source, "new press policy", plan.Mark), by ?? program.Manager, default));

    private Task<List<FollowUp>> TodosAsync() => Database.Read(db => db.FollowUps.ToListAsync());

    private async Task<Asset> ContentAsync(AssetKind kind, string title, string? link)
    {
        var asset = new Asset(Database.NextId(), program.CustomerId, kind, title, "en", Day.AddDays(-10));
        asset.Describe(link, "What it says", null);
        await Database.Add(asset);
        return asset;
    }

    private async Task ShareAsync(params Asset[] assets)
    {
        var now = program.Clock.Now;
        var id = Database.NextId();
        var link = new SignedLink(Database.NextId(), LinkPurpose.ContentShare, id, now, now.AddDays(30), 1000);
        var share = new ContentShare(id, link, "Prospect Ltd", null, null, null, program.Rep.UserId, now);
        share.Items.AddRange(assets.Select((asset, place) => new ContentShareItem(id, asset.Id, place)));
        await Database.Add(link, share);
    }
}
