using System.Collections.Immutable;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>A list of requirements, and the references that meet it.</summary>
public sealed class RequirementCoverTests
{
    private readonly MatchRow bank = Row(1, "Bank"), insurer = Row(2, "Insurer"), grocer = Row(3, "Grocer");

    [Fact]
    public void Bullets_numbers_and_repeated_lines_say_nothing_more() => RequirementLists.Lines(
        "1. A bank in DACH\r\n  • a BANK in dach\n2.3) Runs on Azure\n- 5000 staff\n\na) SAP integration\nEU only\n24 branches").ShouldBe(["A bank in DACH", "Runs on Azure", "5000 staff", "SAP integration", "EU only", "24 branches"]);

    [Fact]
    public void The_fewest_that_meet_every_line_that_can_be_met_come_first()
    {
        var (columns, together) = CoverTable.Of([[bank], [bank, insurer], [insurer], [insurer, grocer], [], [bank]], 5);
        together.ShouldBe([bank.CustomerId, insurer.CustomerId]);
        columns.Select(column => (column.Name, column.Met)).ShouldBe([("Bank", 3), ("Insurer", 3), ("Grocer", 1)]);
        columns[1].Meets.ShouldBe([false, true, true, true, false, false]);
    }

    [Fact]
    public void No_more_are_named_than_may_be_asked_for() =>
        CoverTable.Of([[bank], [insurer], [grocer]], 2).Together.Count.ShouldBe(2);

    [Fact]
    public void A_prospect_makes_references_like_it_preferred()
    {
        DealProspects.Like("insurance", "dach", 4000).Items.ShouldBe(
            [new(Facet.Industry, "insurance", false), new(Facet.Region, "dach", false), new(Facet.Size, "2000-10000", false)], ignoreOrder: true);
        DealProspects.Like(null, null, null).IsEmpty.ShouldBeTrue();
    }

    // Of equals the one with the lower key comes first.
    private static MatchRow Row(int key, string name) =>
        new(new Guid(key, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), name, false, null, null, null, 0, null, Standing.Withheld, new MatchScore(0, 0, 0, 0), ImmutableArray<MatchReason>.Empty, null);
}
