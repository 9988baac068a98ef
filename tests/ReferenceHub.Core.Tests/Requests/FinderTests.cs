using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Requests, deals and people by a word of theirs, as far as the viewer may see them.</summary>
public sealed class FinderTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Theory]
    [InlineData("northwind")]
    [InlineData("OPP-1")]
    [InlineData("dach bank")]
    [InlineData("Bank")]
    public async Task A_request_is_found_by_its_deal_or_a_word_of_its_need(string words)
    {
        var number = await program.SubmitAsync();
        (await RequestsAsync(words, program.Rep)).ShouldHaveSingleItem().ShouldBe(number);
        (await RequestsAsync(words + " elsewhere", program.Rep)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_number_comes_first()
    {
        var first = await program.SubmitAsync();
        var second = await program.SubmitAsync(program.Need() with { Text = $"Same as {first}" });
        (await RequestsAsync($"#{first}", program.Rep)).ShouldBe([first]);
        (await RequestsAsync($"{first}", program.Rep)).ShouldBe([first, second]);
    }

    [Fact]
    public async Task Who_may_not_see_a_request_finds_none()
    {
        var number = await program.SubmitAsync();
        foreach (var viewer in new[] { program.OtherRep, program.Owner, Given.Viewer(Roles.Executive), Given.Viewer(Roles.Administrator) })
        {
            (await RequestsAsync($"{number}", viewer)).ShouldBeEmpty(viewer.Name);
            (await RequestsAsync("northwind", viewer)).ShouldBeEmpty(viewer.Name);
        }

        (await RequestsAsync("northwind", program.Manager)).ShouldBe([number]);
    }

    [Fact]
    public async Task A_deal_is_found_by_those_who_see_it()
    {
        (await DealsAsync("north opp", program.Rep)).ShouldBe(["Northwind Bank"]);
        (await DealsAsync("northwind", program.Manager)).ShouldBe(["Northwind Bank"]);
        (await DealsAsync("northwind", program.OtherRep)).ShouldBeEmpty();
        (await DealsAsync("", program.Rep)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ones_own_open_deals_come_first()
    {
        var other = Given.Opportunity(program.OtherRep.UserId, "Northern Light");
        await program.Database.Add(other, Given.Opportunity(program.Manager.UserId, "Northern Star"));
        (await DealsAsync("north", program.Manager))[0].ShouldBe("Northern Star");
    }

    [Fact]
    public async Task People_are_found_by_who_manages_them()
    {
        var administrator = Given.Viewer(Roles.Administrator);
        (await program.Ask<UserQueries, IReadOnlyList<FoundPerson>>(users => users.FindAsync("sommer", 5, administrator, default))).ShouldHaveSingleItem().Email.ShouldBe("rep@test.example");
        await Should.ThrowAsync<ForbiddenException>(() => program.Ask<UserQueries, IReadOnlyList<FoundPerson>>(users => users.FindAsync("sommer", 5, program.Manager, default)));
    }

    private async Task<IEnumerable<int>> RequestsAsync(string words, Viewer viewer) =>
        (await program.Ask<RequestFinder, IReadOnlyList<FoundRequest>>(finder => finder.FindAsync(words, 5, viewer, default))).Select(one => one.Number);

    private async Task<IReadOnlyList<string>> DealsAsync(string words, Viewer viewer) =>
        [.. (await program.Ask<OpportunityFinder, IReadOnlyList<FoundDeal>>(finder => finder.FindAsync(words, 5, viewer, default))).Select(one => one.Name)];
}
