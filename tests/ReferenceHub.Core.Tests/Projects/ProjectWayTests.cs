using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Projects;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Projects;

/// <summary>A story from its start to publication, and what is refused on the way.</summary>
public sealed class ProjectWayTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_story_goes_from_start_to_published_content()
    {
        var scene = await (await ProjectScene.MakeAsync(database)).StartAsync();
        var project = await scene.ProjectAsync();
        project.State.ShouldBe(ProjectState.InWork);
        project.FrontKey.ShouldBe("owner");
        project.TurnId.ShouldBe(scene.Owner.UserId);
        project.PromisedOn.ShouldBe(new DateOnly(2026, 12, 17));
        (await UseAsync(scene)).State.ShouldBe(UseState.Pending);

        (await scene.FinishAsync("owner", scene.Owner)).Refusal.ShouldBeNull();
        await scene.MustFinishAsync("consent");
        (await UseAsync(scene)).State.ShouldBe(UseState.Planned);
        (await scene.FinishAsync("interview", scene.Writer)).Refusal.ShouldBeNull();
        (await UseAsync(scene)).State.ShouldBe(UseState.Done);

        await scene.KeepAsync("# Loan decisions in 8 minutes");
        (await scene.FinishAsync("draft", scene.Writer)).Refusal.ShouldBeNull();
        (await scene.JudgeAsync("legal", Verdict.Approved)).Refusal.ShouldBeNull();
        (await scene.JudgeAsync("customer", Verdict.Approved)).Refusal.ShouldBeNull();
        (await scene.PublishAsync()).Refusal.ShouldBeNull();

        project = await scene.ProjectAsync();
        project.State.ShouldBe(ProjectState.Published);
        var asset = await database.Read(db => db.Assets.SingleAsync(row => row.Id == project.AssetId));
        asset.State.ShouldBe(AssetState.Published);
        asset.Text.ShouldBe("# Loan decisions in 8 minutes");
        asset.NextReviewOn.ShouldNotBeNull();

        await scene.MustFinishAsync("thanks");
        (await scene.ProjectAsync()).State.ShouldBe(ProjectState.Closed);
    }

    [Fact]
    public async Task A_refused_scope_starts_nothing()
    {
        var scene = await ProjectScene.MakeAsync(database);
        await scene.PermitAsync(PermissionStatus.Denied);

        var started = await database.Ask<ProjectStarting, Outcome<int>>(service => service.StartAsync(scene.Form, scene.Lead, default));

        started.Refusal!.ShouldContain("refused");
        (await database.Read(db => db.Projects.CountAsync())).ShouldBe(0);
        (await database.Read(db => db.LedgerEntries.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_limit_refuses_with_its_rule_and_starts_nothing()
    {
        var scene = await (await ProjectScene.MakeAsync(database)).StartAsync();
        (await database.Ask<ProjectStarting, Outcome<int>>(service => service.StartAsync(scene.Form, scene.Lead, default))).Field.ShouldBe(ProjectStarting.LimitField);
        (await database.Read(db => db.Projects.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_gate_of_consent_holds_until_the_customer_has_granted()
    {
        var scene = await (await ProjectScene.MakeAsync(database)).StartAsync();
        await scene.MustFinishAsync("owner");
        await scene.PermitAsync(PermissionStatus.Unknown);

        (await scene.FinishAsync("consent")).Refusal!.ShouldContain("has not agreed yet: story");
        await scene.PermitAsync(PermissionStatus.Granted, new DateOnly(2026, 11, 22));
        (await scene.FinishAsync("consent")).Refusal!.ShouldContain("lapsed");
        await scene.PermitAsync(PermissionStatus.Granted);
        (await scene.FinishAsync("consent")).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Withdrawn_permission_keeps_a_finished_story_from_going_out()
    {
        var scene = await ReadyToPublishAsync();
        await scene.PermitAsync(PermissionStatus.Denied);

        (await scene.PublishAsync()).Refusal!.ShouldContain("The customer has refused: story");
        (await database.Read(db => db.Assets.CountAsync())).ShouldBe(0);
        (await scene.ProjectAsync()).State.ShouldBe(ProjectState.InWork);
    }

    [Fact]
    public async Task A_yes_counts_for_the_version_that_was_read_and_no_other()
    {
        var scene = await ReadyToPublishAsync();
        await database.Change(async db =>
        {
            var text = await db.ProjectTexts.SingleAsync();
            text.Write("# Loan decisions in 7 minutes");
            db.TextVersions.Add(text.Keep(Story.At(Story.Monday), "draft", null));
        });

        var refusal = (await scene.PublishAsync()).Refusal!;
        refusal.ShouldContain("“Legal review” has not approved the last version");
        refusal.ShouldContain("“Customer approval” has not approved the last version");
    }

    [Fact]
    public async Task An_answer_to_a_version_that_is_no_longer_the_last_is_refused()
    {
        var scene = await UntilLegalAsync();
        var first = await database.Read(db => db.TextVersions.SingleAsync());
        await database.Change(async db =>
        {
            var text = await db.ProjectTexts.SingleAsync();
            text.Write("# Newer");
            db.TextVersions.Add(text.Keep(Story.At(Story.Monday), "draft", null));
        });

        (await scene.JudgeAsync("legal", Verdict.Approved, number: first.Number)).Refusal!.ShouldContain("newer version by now: 2");
    }

    [Fact]
    public async Task What_is_sent_back_is_written_again_and_approved_again()
    {
        var scene = await UntilLegalAsync();
        (await scene.JudgeAsync("legal", Verdict.Approved)).Refusal.ShouldBeNull();
        (await scene.JudgeAsync("customer", Verdict.SentBack)).Refusal!.ShouldContain("what is to be changed");
        (await scene.JudgeAsync("customer", Verdict.SentBack, "The figure is 7 minutes")).Refusal.ShouldBeNull();

        var project = await scene.ProjectAsync();
        project.Step("draft").State.ShouldBe(StepState.SentBack);
        project.Step("legal").State.ShouldBe(StepState.Waiting);

        await scene.KeepAsync("# Loan decisions in 7 minutes");
        await scene.MustFinishAsync("draft");
        (await scene.FinishAsync("legal")).Refusal!.ShouldContain("Version 2 has not been approved");
        (await scene.JudgeAsync("legal", Verdict.Approved)).Refusal.ShouldBeNull();
        (await scene.JudgeAsync("customer", Verdict.Approved)).Refusal.ShouldBeNull();
        (await scene.PublishAsync()).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_who_act_on_one_card_one_wins_and_the_other_sees_it()
    {
        var scene = await (await ProjectScene.MakeAsync(database)).StartAsync();
        var shown = (await scene.ProjectAsync()).Version;
        await scene.MustFinishAsync("owner");

        await Should.ThrowAsync<StaleVersionException>(() => database.Ask<ProjectSteps, Outcome>(steps => steps.SkipAsync(scene.Number, "interview", "Not needed", shown, scene.Lead, default)));
    }

    [Fact]
    public async Task Whoever_has_no_part_in_it_does_not_know_of_it_and_who_holds_a_step_does_that_step_only()
    {
        var scene = await (await ProjectScene.MakeAsync(database)).StartAsync();
        var version = (await scene.ProjectAsync()).Version;

        await Should.ThrowAsync<MissingException>(() => scene.FinishAsync("owner", scene.Stranger));
        await Should.ThrowAsync<ForbiddenException>(() => scene.FinishAsync("owner", scene.Writer));
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<ProjectService, Outcome>(service => service.CancelAsync(scene.Number, "No time", version, scene.Owner, default)));
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<ProjectStarting, Outcome<int>>(service => service.StartAsync(scene.Form, scene.Owner, default)));
    }

    [Fact]
    public async Task A_cancelled_project_gives_back_what_it_had_reserved()
    {
        var scene = await (await ProjectScene.MakeAsync(database)).StartAsync();
        var version = (await scene.ProjectAsync()).Version;

        (await database.Ask<ProjectService, Outcome>(service => service.CancelAsync(scene.Number, "The contact has left", version, scene.Lead, default))).Refusal.ShouldBeNull();

        (await UseAsync(scene)).State.ShouldBe(UseState.Released);
        (await scene.ProjectAsync()).State.ShouldBe(ProjectState.Cancelled);
    }

    [Fact]
    public async Task After_the_interview_a_project_can_go_back_past_consent_and_can_be_cancelled()
    {
        var scene = await UntilLegalAsync();
        (await database.Ask<ProjectSteps, Outcome>(async steps => await steps.SendBackAsync(scene.Number, "legal", "owner", "Ask again", (await scene.ProjectAsync()).Version, scene.Lead, default))).Refusal.ShouldBeNull();
        await scene.MustFinishAsync("owner", "consent");

        (await database.Ask<ProjectService, Outcome>(async service => await service.CancelAsync(scene.Number, "No time", (await scene.ProjectAsync()).Version, scene.Lead, default))).Refusal.ShouldBeNull();
        (await UseAsync(scene)).State.ShouldBe(UseState.Done);
    }

    [Fact]
    public async Task A_story_that_rests_does_not_go_out()
    {
        var scene = await ReadyToPublishAsync();
        (await database.Ask<ProjectService, Outcome>(async service => await service.HoldAsync(scene.Number, "The figure is in doubt", (await scene.ProjectAsync()).Version, scene.Lead, default))).Refusal.ShouldBeNull();

        await Should.ThrowAsync<IllegalMoveException>(scene.PublishAsync);
    }

    [Fact]
    public async Task Whoever_has_a_turn_hears_of_it()
    {
        var scene = await (await ProjectScene.MakeAsync(database)).StartAsync();
        (await database.Read(db => db.Notifications.SingleAsync(notice => notice.UserId == scene.Owner.UserId))).Title.ShouldBe("Your turn: Owner approval");

        await scene.MustFinishAsync("owner", "consent");
        (await database.Read(db => db.Notifications.SingleAsync(notice => notice.UserId == scene.Writer.UserId))).Title.ShouldBe("Your turn: Interview");
    }

    private async Task<ProjectScene> UntilLegalAsync()
    {
        var scene = await (await ProjectScene.MakeAsync(database)).StartAsync();
        await scene.MustFinishAsync("owner", "consent", "interview");
        await scene.KeepAsync("# Loan decisions in 8 minutes");
        await scene.MustFinishAsync("draft");
        return scene;
    }

    private async Task<ProjectScene> ReadyToPublishAsync()
    {
        var scene = await UntilLegalAsync();
        (await scene.JudgeAsync("legal", Verdict.Approved)).Refusal.ShouldBeNull();
        (await scene.JudgeAsync("customer", Verdict.Approved)).Refusal.ShouldBeNull();
        return scene;
    }

    private Task<LedgerEntry> UseAsync(ProjectScene scene) =>
        database.Read(db => db.LedgerEntries.Where(entry => entry.CustomerId == scene.Customer.Id).OrderByDescending(entry => entry.Sequence).FirstAsync());
}
