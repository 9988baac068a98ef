using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>A yes to RFP lists names a customer without asking as far as it reaches, and no farther.</summary>
public sealed class ProspectPlaceTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly Term Dach = new(Given.Id(), TermKind.Region, "dach", "DACH");
    private static readonly PlaceTree Places = PlaceTree.Of([Dach, new Term(Given.Id(), TermKind.Region, "de", "Germany", Dach.Id), new Term(Given.Id(), TermKind.Region, "us", "United States")]);

    [Theory]
    [InlineData("de", null, true)]
    [InlineData("us", null, false)]
    [InlineData(null, null, false)]
    [InlineData("de", PermissionChannel.Proposals, true)]
    [InlineData("de", PermissionChannel.Website, false)]
    public void A_yes_for_a_region_and_channel_serves_itself_there_only(string? place, PermissionChannel? channel, bool selfServe)
    {
        var customer = Given.Customer();
        customer.ListForRfps(true);
        customer.Permissions.Single(row => row.Scope == PermissionScope.Rfp).Limit(["dach"], channel is { } only ? [only] : []);
        CandidateRoute.Of(ApprovalRoute.SelfServeElseOwner, customer, Day, place, Places).ShouldBe(selfServe ? [] : [Party.Owner]);
    }
}
