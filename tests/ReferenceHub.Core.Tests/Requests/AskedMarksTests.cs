using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Who was asked already for a deal: told to those who see that request, and to nobody else.</summary>
public sealed class AskedMarksTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_candidate_of_the_request_is_marked_as_such()
    {
        var (number, _) = await program.AskedAsync();

        var mark = (await MarksAsync(number, program.Manager)).ShouldHaveSingleItem();

        (mark.CustomerId, mark.Number, mark.State, mark.Here).ShouldBe((program.CustomerId, number, CandidateState.OwnerAsked, true));
    }

    [Fact]
    public async Task Who_was_asked_for_the_same_deal_is_marked_with_the_request_and_its_requester()
    {
        var (first, _) = await program.AskedAsync();
        var second = await program.SubmitAsync();

        var mark = (await MarksAsync(second, program.Manager)).ShouldHaveSingleItem();

        (mark.Number, mark.Requester, mark.Here).ShouldBe((first, "Rita Sommer", false));
    }

    [Fact]
    public async Task Who_was_only_considered_for_another_request_was_not_asked()
    {
        var first = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(first, null, program.Manager, default));
        await program.ProposeAsync(first);

        (await MarksAsync(await program.SubmitAsync(), program.Manager)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_colleague_on_the_same_deal_is_not_told_whom_another_asked_the_owner_of_the_customer_is()
    {
        await program.AskedAsync();
        var deal = program.Need().OpportunityId;

        (await OfDealAsync(deal, program.OtherRep)).ShouldBeEmpty();
        (await OfDealAsync(deal, program.Owner)).Count.ShouldBe(1);
        (await OfDealAsync(deal, program.Rep)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Candidates_are_found_for_those_who_see_them_on_the_page_of_the_request()
    {
        var (number, _) = await program.AskedAsync();
        var other = Given.Customer("Bodensee Leben");
        await program.Database.Add(other);
        await program.Do<CandidateAsks>(desk => desk.ProposeAsync(number, other.Id, null, program.Manager, default));
        var request = await program.Database.Read(db => db.Requests.Include(row => row.Candidates).ThenInclude(row => row.Customer).SingleAsync(row => row.Number == number));
        Viewer[] viewers = [program.Rep, program.OtherRep, program.Manager, program.Owner, Given.Viewer(Roles.Marketing), Given.Viewer(Roles.Executive), Given.Viewer(Roles.Administrator)];

        foreach (var viewer in viewers)
        {
            var sees = await program.Database.Read(db => db.Requests.VisibleTo(viewer, db).AnyAsync(row => row.Number == number));
            var sight = new RequestSight(viewer, request.RequesterId, ReleasedTo.None);
            var expected = request.Candidates.Where(candidate => sees && sight.SeesCandidate(candidate)).Select(candidate => candidate.Id);
            var found = await program.Database.Read(db => db.Candidates.VisibleTo(viewer, db).Select(candidate => candidate.Id).ToListAsync());
            found.ShouldBe(expected, ignoreOrder: true, viewer.Name);
        }

        (await program.Database.Read(db => db.Candidates.VisibleTo(program.Owner, db).CountAsync())).ShouldBe(1, "the owner sees the own customer alone");
    }

    private async Task<IReadOnlyList<AskedMark>> MarksAsync(int number, Viewer viewer)
    {
        var request = await program.RequestAsync(number);
        return [.. (await program.Ask<AskedMarks, IReadOnlyDictionary<Guid, AskedMark>>(marks => marks.OfAsync(request.Id, request.OpportunityId, viewer, default))).Values];
    }

    private Task<IReadOnlyDictionary<Guid, AskedMark>> OfDealAsync(Guid? deal, Viewer viewer) =>
        program.Ask<AskedMarks, IReadOnlyDictionary<Guid, AskedMark>>(marks => marks.OfAsync(null, deal, viewer, default));
}
