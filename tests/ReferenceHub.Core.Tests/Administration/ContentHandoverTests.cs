using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.Administration;

/// <summary>Content and shares of somebody who leaves.</summary>
public sealed class ContentHandoverTests : IAsyncLifetime
{
    private readonly Viewer admin = Given.Viewer(Roles.Administrator);
    private ContentScene scene = null!;
    private Guid asset;

    public async Task InitializeAsync()
    {
        scene = await ContentScene.MakeAsync();
        asset = await scene.PublishedAsync((await scene.CustomerAsync()).Id, edit => edit with { OwnerId = scene.Marketing.Id });
    }

    public Task DisposeAsync()
    {
        scene.Database.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_share_opens_no_more_once_its_sender_is_deactivated()
    {
        var token = (await scene.ShareAsync([asset])).Value!.Token;
        await DeactivateAsync(scene.Rep);
        (await scene.OpenAsync(token)).ShouldBeNull();
    }

    [Fact]
    public async Task Handed_over_an_open_share_opens_again_in_the_name_of_the_heir()
    {
        var heir = await PersonAsync(Roles.Rep, "Hans Heir");
        var token = (await scene.ShareAsync([asset])).Value!.Token;
        await DeactivateAsync(scene.Rep);
        (await LeftAsync(scene.Rep)).Shares.ShouldBe(1);
        (await GiveAsync(scene.Rep, heir)).Value.ShouldBe(new Leftovers(0, 0, 0, 0, 0, 1));
        (await scene.OpenAsync(token)).ShouldNotBeNull().Sender.ShouldBe("Hans Heir");
        (await LeftAsync(scene.Rep)).Any.ShouldBeFalse();
    }

    [Fact]
    public async Task Content_goes_to_somebody_who_manages_content_and_nobody_else()
    {
        (await LeftAsync(scene.Marketing)).Content.ShouldBe(1);
        (await GiveAsync(scene.Marketing, scene.Rep)).Refusal.ShouldNotBeNull().ShouldContain("manages content");
        var heir = await PersonAsync(Roles.ProgramManager, "Hanna Heir");
        (await GiveAsync(scene.Marketing, heir)).Value.ShouldBe(new Leftovers(0, 0, 0, 0, 1, 0));
        (await scene.Database.Read(db => db.Assets.SingleAsync())).OwnerId.ShouldBe(heir.Id);
        (await scene.Database.Read(db => db.HistoryEvents.CountAsync(line => line.SubjectId == asset && line.Verb == "handed-over"))).ShouldBe(1);
    }

    [Fact]
    public async Task Open_shares_go_to_nobody_who_may_not_share()
    {
        await scene.ShareAsync([asset]);
        (await GiveAsync(scene.Rep, await PersonAsync(Roles.Executive, "Ed"))).Refusal.ShouldNotBeNull().ShouldContain("may share content");
    }

    private async Task<User> PersonAsync(Roles roles, string name)
    {
        var person = Given.User(roles, name);
        await scene.Database.Add(person);
        return person;
    }

    private Task DeactivateAsync(User user) => scene.Database.Change(async db => (await db.Users.FindAsync(user.Id))!.Deactivate(scene.Database.Clock.Now));

    private Task<Outcome<Leftovers>> GiveAsync(User from, User to) => scene.Database.Ask<Handover, Outcome<Leftovers>>(handover => handover.GiveAsync(from.Id, to.Id, admin, default));

    private async Task<Leftovers> LeftAsync(User user) => (await scene.Database.Ask<UserQueries, UserDetail>(users => users.DetailAsync(user.Id, admin, default))).Left;
}
