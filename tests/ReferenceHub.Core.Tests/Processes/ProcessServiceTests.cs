using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Processes;

/// <summary>Processes in versions: drafts bind nothing, one starts on its day, what was in force stands.</summary>
public sealed class ProcessServiceTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Viewer Manager = Given.Viewer(Roles.ProgramManager, "Maria Berg");
    private static readonly Viewer Rep = Given.Viewer(Roles.Rep, "Rolf Rep");

    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_new_program_has_the_shipped_processes_in_force()
    {
        var list = await database.Ask<ProcessQueries, IReadOnlyList<ProcessLine>>(queries => queries.ListAsync(Rep, default));

        list.Count.ShouldBe(10);
        list.ShouldAllBe(line => line.InForce != null && line.InForce.Number == 1);
    }

    [Fact]
    public async Task A_draft_is_seen_by_those_who_write_processes_only_and_in_force_on_its_day()
    {
        var story = await StoryAsync();
        (await DraftsAsync(drafts => drafts.DraftAsync(story, null, Manager, default))).Value.ShouldBe(new VersionPlace(story, 2));
        (await WriteAsync(story, 2, definition => definition.Without("outline"))).IsDone.ShouldBeTrue();
        (await PageAsync(story, null, Rep)).Versions.Count.ShouldBe(1);
        await Should.ThrowAsync<MissingException>(() => PageAsync(story, 2, Rep));

        (await StartAsync(story, 2, Today.AddDays(1))).IsDone.ShouldBeTrue();
        (await PageAsync(story, null, Rep)).Version!.Number.ShouldBe(1);
        database.Clock.MoveTo(new DateTime(2026, 11, 23, 23, 0, 0, DateTimeKind.Utc));

        var page = await PageAsync(story, null, Rep);
        (page.Version!.Number, page.Outline.Counted).ShouldBe((2, 23));
        page.StateOf(page.Versions.Single(version => version.Number == 1)).ShouldBe(VersionState.Past);
    }

    [Fact]
    public async Task What_is_wrong_with_a_draft_keeps_it_from_starting()
    {
        var story = await StoryAsync();
        await DraftsAsync(drafts => drafts.DraftAsync(story, null, Manager, default));
        await WriteAsync(story, 2, definition => definition.Without("consent"));

        var refused = await StartAsync(story, 2, Today);

        refused.Refusal!.ShouldContain("consent");
        (await PageAsync(story, 2, Manager)).State.ShouldBe(VersionState.Draft);
    }

    [Fact]
    public async Task Of_two_who_write_a_draft_at_once_one_sees_the_other()
    {
        var story = await StoryAsync();
        await DraftsAsync(drafts => drafts.DraftAsync(story, null, Manager, default));
        var version = (await PageAsync(story, 2, Manager)).Version!.Version;

        await DraftsAsync(drafts => drafts.WriteAsync(story, 2, version, definition => definition.Without("outline"), Manager, default));

        await Should.ThrowAsync<StaleVersionException>(() => DraftsAsync(drafts => drafts.WriteAsync(story, 2, version, definition => definition.Without("draft"), Manager, default)));
        (await PageAsync(story, 2, Manager)).Version!.Definition.Steps.Count.ShouldBe(26);
    }

    [Fact]
    public async Task A_version_that_has_started_stands_as_it_is()
    {
        var story = await StoryAsync();

        await Should.ThrowAsync<IllegalMoveException>(() => WriteAsync(story, 1, definition => definition.Without("outline")));
        (await DraftsAsync(drafts => drafts.DeleteAsync(story, 1, 1, Manager, default))).Refusal!.ShouldStartWith("Only a draft");
        await Should.ThrowAsync<ForbiddenException>(() => DraftsAsync(drafts => drafts.DraftAsync(story, null, Rep, default)));
    }

    [Fact]
    public async Task A_file_becomes_a_draft_of_the_process_with_its_key_or_a_process_of_its_own()
    {
        var story = await StoryAsync();
        var file = ShippedProcesses.All.Single(each => each.Key == "written-story");

        (await ServiceAsync(service => service.ImportAsync(file, Manager, default))).Value.ShouldBe(new VersionPlace(story, 2));
        var twin = await ServiceAsync(service => service.ImportAsync(file with { Key = "short-story" }, Manager, default));
        twin.Refusal.ShouldBe("There is a process of this name already.");
        var own = await ServiceAsync(service => service.ImportAsync(file with { Key = "short-story", Facts = file.Facts with { Name = "Short story" } }, Manager, default));
        own.Value!.Number.ShouldBe(1);
        own.Value.ProcessId.ShouldNotBe(story);
    }

    [Fact]
    public async Task The_only_draft_of_a_process_goes_with_it()
    {
        var made = (await ServiceAsync(service => service.CreateAsync(new ProcessFacts { Name = "Thank-you notes", Kind = ProcessKind.Recruiting }, Manager, default))).Value!;

        (await DraftsAsync(drafts => drafts.DeleteAsync(made.ProcessId, 1, 1, Manager, default))).Value.ShouldBe(false);

        await Should.ThrowAsync<MissingException>(() => PageAsync(made.ProcessId, null, Manager));
    }

    [Fact]
    public async Task A_kind_of_request_goes_with_one_process()
    {
        var facts = new ProcessFacts { Name = "Calls, the short way", Kind = ProcessKind.Request, ActivityKey = ActivityKeys.SalesCall };

        (await ServiceAsync(service => service.CreateAsync(facts, Manager, default))).Refusal!.ShouldStartWith("Sales call goes with these requests already");
        var call = await IdAsync("sales-call");
        await ServiceAsync(async service => await service.RetireAsync(call, 1, Manager, default));
        (await ServiceAsync(service => service.CreateAsync(facts, Manager, default))).IsDone.ShouldBeTrue();
        (await ServiceAsync(service => service.ReturnAsync(call, 2, Manager, default))).Refusal!.ShouldStartWith("Calls, the short way goes with");
    }

    [Fact]
    public async Task Asks_go_by_the_times_of_the_process_from_the_day_its_version_starts()
    {
        var call = await IdAsync("sales-call");
        await DraftsAsync(drafts => drafts.DraftAsync(call, null, Manager, default));
        await WriteAsync(call, 2, definition => definition.Rewritten(definition.Find("owner")! with { Hours = 2.5m }));
        await StartAsync(call, 2, Today.AddDays(7));
        (await FollowAsync()).ShouldBe(0);
        (await OwnerMinutesAsync()).ShouldBe(240);

        database.Clock.MoveTo(new DateTime(2026, 11, 30, 8, 0, 0, DateTimeKind.Utc));

        (await FollowAsync()).ShouldBe(1);
        (await FollowAsync()).ShouldBe(0);
        (await OwnerMinutesAsync()).ShouldBe(150);
        await DraftsAsync(drafts => drafts.DraftAsync(call, 1, Manager, default));
        await StartAsync(call, 3, Today.AddDays(7));
        (await OwnerMinutesAsync()).ShouldBe(240);
    }

    [Fact]
    public async Task An_address_shows_the_version_in_force_until_it_ends_or_is_taken_back()
    {
        var story = await StoryAsync();
        var (first, second) = (await GiveAsync(story, "Studio Lind"), await GiveAsync(story, "Lea Marin"));
        (await FindAsync(first))!.Outline.Counted.ShouldBe(24);
        var lines = await database.Ask<ProcessShares, IReadOnlyList<ProcessShareLine>>(shares => shares.ListAsync(story, Manager, default));

        await database.Do<ProcessShares>(shares => shares.RevokeAsync(story, lines.Single(line => line.Recipient == "Studio Lind").Id, Manager, default));

        (await FindAsync(first)).ShouldBeNull();
        database.Clock.MoveTo(new DateTime(2027, 2, 21, 12, 0, 0, DateTimeKind.Utc));
        (await FindAsync(second)).ShouldNotBeNull();
        database.Clock.MoveTo(new DateTime(2027, 2, 22, 0, 0, 0, DateTimeKind.Utc));
        (await FindAsync(second)).ShouldBeNull();
    }

    private Task<int> OwnerMinutesAsync() => database.Read(db => db.ActivityTypes.Where(type => type.Key == ActivityKeys.SalesCall).Select(type => type.OwnerReplyMinutes).SingleAsync());

    private Task<int> FollowAsync() => database.Ask<ReplyTimes, int>(replies => replies.RunAsync(default));

    private async Task<string> GiveAsync(Guid id, string recipient) => (await database.Ask<ProcessShares, Outcome<string>>(shares => shares.GiveAsync(id, recipient, Manager, default))).Value!;

    private Task<SharedProcess?> FindAsync(string token) => database.Ask<ProcessShares, SharedProcess?>(shares => shares.FindAsync(token, default));

    private Task<Guid> StoryAsync() => IdAsync("written-story");

    private Task<Guid> IdAsync(string key) => database.Read(db => db.ProcessTemplates.Where(process => process.Key == key).Select(process => process.Id).SingleAsync());

    private Task<ProcessPage> PageAsync(Guid id, int? number, Viewer viewer) => database.Ask<ProcessQueries, ProcessPage>(queries => queries.OneAsync(id, number, viewer, default));

    private Task<T> DraftsAsync<T>(Func<ProcessDrafts, Task<T>> deed) => database.Ask(deed);

    private Task<T> ServiceAsync<T>(Func<ProcessService, Task<T>> deed) => database.Ask(deed);

    private async Task<Outcome> WriteAsync(Guid id, int number, Func<ProcessDefinition, ProcessDefinition> edit)
    {
        var version = (await PageAsync(id, number, Manager)).Version!.Version;
        return await DraftsAsync(drafts => drafts.WriteAsync(id, number, version, edit, Manager, default));
    }

    private async Task<Outcome> StartAsync(Guid id, int number, DateOnly on)
    {
        var version = (await PageAsync(id, number, Manager)).Version!.Version;
        return await DraftsAsync(drafts => drafts.StartAsync(id, number, on, version, Manager, default));
    }
}
