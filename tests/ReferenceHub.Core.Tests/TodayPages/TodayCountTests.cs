using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;
using ReferenceHub.Core.Today;

namespace ReferenceHub.Core.Tests.TodayPages;

/// <summary>The number at Today in the sidebar is what the page lists for the day.</summary>
public sealed class TodayCountTests : IDisposable
{
    private readonly SmallProgram program = new();

    public TodayCountTests() => program.Database.Read(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, "set"))).GetAwaiter().GetResult();

    private DateOnly Today => DateOnly.FromDateTime(program.Clock.Now);

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Sidebar_and_page_agree_for_everybody()
    {
        await program.AskedAsync();
        var held = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.HoldAsync(held, "Which region?", program.Manager, default));
        var taken = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(taken, null, program.Manager, default));
        await program.Database.Add(FollowUp(program.Manager, -1), FollowUp(program.Manager, 0), FollowUp(program.Manager, 3));
        await program.Database.Add(new Absence(program.Database.NextId(), program.Owner.UserId, Today, Today, program.OtherRep.UserId, program.Clock.Now));

        await AgreesAsync(program.Rep, 1);
        await AgreesAsync(program.Manager, 3);
        await AgreesAsync(program.Owner, 1);
        await AgreesAsync(program.OtherRep, 0);
        var standIn = program.OtherRep with { StandsInFor = [program.Owner.UserId] };
        var page = await AgreesAsync(standIn, 1);
        page.StandingIn.ShouldHaveSingleItem().ShouldBe(new StandingIn("Jonas Weber", Today));
        page.Approvals.ShouldHaveSingleItem().InsteadOf.ShouldBe("Jonas Weber");
    }

    [Fact]
    public async Task Triage_tells_whoever_it_concerns_and_never_who_did_it()
    {
        var number = await program.SubmitAsync();
        await program.Do<RequestFollowing>(desk => desk.AddAsync(number, program.OtherRep.UserId, program.Rep, default));
        await program.Database.Read(db => db.Notifications.ExecuteDeleteAsync());
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        await program.Do<RequestTriage>(desk => desk.HoldAsync(number, "Which region?", program.Manager, default));
        await program.Do<RequestTriage>(desk => desk.ResumeAsync(number, "DACH", program.Rep, default));
        await program.Do<RequestTriage>(desk => desk.GiveUpAsync(number, "Nobody there runs it", program.Manager, default));
        var told = await program.Database.Read(db => db.Notifications.OrderBy(one => one.At).Select(one => new { one.UserId, one.Kind, one.Text }).ToListAsync());
        told.Select(one => (one.UserId, one.Kind, one.Text)).ShouldBe(
            [
                (program.Rep.UserId, MessageKinds.RequestQuestion, "Which region?"),
                (program.Manager.UserId, MessageKinds.RequestAnswered, "DACH"),
                (program.Rep.UserId, MessageKinds.RequestEnded, "Nobody there runs it"),
                (program.OtherRep.UserId, MessageKinds.RequestEnded, "Nobody there runs it"),
            ],
            ignoreOrder: true);
    }

    private FollowUp FollowUp(Viewer of, int days) =>
        new(program.Database.NextId(), SourceKind.Customer, program.CustomerId, "Call back", Today.AddDays(days), of.UserId, of.UserId, program.Clock.Now);

    private async Task<TodayPage> AgreesAsync(Viewer viewer, int count)
    {
        var page = await program.Ask<TodayQueries, TodayPage>(today => today.PageAsync(viewer, default));
        page.Count.ShouldBe(count, viewer.Name);
        (await program.Ask<TodayQueries, int>(today => today.CountAsync(viewer, default))).ShouldBe(count, viewer.Name);
        return page;
    }
}
