using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>A request that nobody wrote words for is named by its list of requirements, wherever it is named.</summary>
public sealed class NeedInShortTests : IDisposable
{
    private const string List = "1. A bank in DACH;\n2. Runs on Azure\n3. 5000 staff", InShort = "3 requirements: A bank in DACH…";

    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Theory]
    [InlineData("A bank", List, "A bank")]
    [InlineData(null, List, InShort)]
    [InlineData(" ", List, InShort)]
    [InlineData(null, "- A bank in DACH", "1 requirement: A bank in DACH")]
    [InlineData(null, "-\n•", null)]
    [InlineData(null, null, null)]
    public void Words_come_first_then_how_many_requirements_and_the_first(string? text, string? requirements, string? said) =>
        NeedInShort.Of(text, requirements).ShouldBe(said);

    [Fact]
    public void A_long_requirement_is_cut() => NeedInShort.Of(null, new string('a', 5000))!.Length.ShouldBeLessThan(200);

    [Fact]
    public async Task Queue_notice_and_search_name_it_by_its_requirements()
    {
        var manager = Given.SignedUp(Roles.ProgramManager);
        await program.Database.Add(manager);
        var number = await program.SubmitAsync(program.Need() with { ActivityKey = ActivityKeys.Rfp, Text = null, Criteria = null, Requirements = List });

        var queue = await program.Ask<QueueQueries, QueuePage>(queries => queries.PageAsync(new QueueFilter(), program.Manager, default));
        queue.Rows.ShouldHaveSingleItem().Need.ShouldBe(InShort);
        (await program.Database.Read(db => db.Notifications.SingleAsync(notice => notice.UserId == manager.Id))).Text.ShouldBe(InShort);
        (await program.Ask<RequestFinder, IReadOnlyList<FoundRequest>>(finder => finder.FindAsync("azure", 5, program.Manager, default))).ShouldHaveSingleItem().Number.ShouldBe(number);
    }
}
