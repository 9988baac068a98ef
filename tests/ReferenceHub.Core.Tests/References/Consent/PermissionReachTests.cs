using ReferenceHub.Core.References;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.References.Consent;

/// <summary>How far a yes reaches, in time and space.</summary>
public sealed class PermissionReachTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly Term Dach = new(Given.Id(), TermKind.Region, "dach", "DACH");
    private static readonly PlaceTree Places = PlaceTree.Of([Dach, new Term(Given.Id(), TermKind.Region, "de", "Germany", Dach.Id), new Term(Given.Id(), TermKind.Region, "us", "United States")]);

    [Theory]
    [InlineData(-1, PermissionStatus.Granted)]
    [InlineData(0, PermissionStatus.Granted)]
    [InlineData(1, PermissionStatus.Unknown)]
    [InlineData(400, PermissionStatus.Unknown)]
    public void A_yes_holds_through_its_last_day_and_is_unknown_from_the_next(int daysAfter, PermissionStatus status) =>
        Answer(PermissionStatus.Granted, Day).StatusOn(Day.AddDays(daysAfter)).ShouldBe(status);

    [Fact]
    public void A_no_never_lapses() => Answer(PermissionStatus.Denied, Day).StatusOn(Day.AddYears(9)).ShouldBe(PermissionStatus.Denied);

    [Theory]
    [InlineData("de", PermissionStatus.Granted)]
    [InlineData("dach", PermissionStatus.Granted)]
    [InlineData("us", PermissionStatus.Unknown)]
    [InlineData("atlantis", PermissionStatus.Unknown)]
    [InlineData(null, PermissionStatus.Unknown)]
    public void A_yes_for_a_region_is_unknown_elsewhere(string? place, PermissionStatus status) =>
        Answer(PermissionStatus.Granted, null, ["dach"]).StatusFor(Day, place, null, Places).ShouldBe(status);

    [Fact]
    public void A_yes_for_a_country_does_not_reach_its_region() =>
        Answer(PermissionStatus.Granted, null, ["de"]).StatusFor(Day, "dach", null, Places).ShouldBe(PermissionStatus.Unknown);

    [Fact]
    public void A_no_holds_everywhere() => Answer(PermissionStatus.Denied, null, ["dach"]).StatusFor(Day, "us", null, Places).ShouldBe(PermissionStatus.Denied);

    [Theory]
    [InlineData(PermissionChannel.Sales, PermissionStatus.Granted)]
    [InlineData(PermissionChannel.Press, PermissionStatus.Unknown)]
    [InlineData(null, PermissionStatus.Granted)]
    public void A_yes_for_some_channels_is_unknown_on_others(PermissionChannel? channel, PermissionStatus status) =>
        Answer(PermissionStatus.Granted, null, channels: [PermissionChannel.Sales]).StatusFor(Day, "us", channel, Places).ShouldBe(status);

    [Fact]
    public void Content_is_published_on_a_yes_only()
    {
        AssetConsent.WhyNot(AssetKind.Story, [], Day).ShouldBe("The customer has not agreed yet: story.");
        AssetConsent.WhyNot(AssetKind.Story, [Answer(PermissionStatus.Unknown)], Day).ShouldNotBeNull();
        AssetConsent.WhyNot(AssetKind.Story, [Answer(PermissionStatus.Denied)], Day).ShouldBe("The customer has refused: story.");
        AssetConsent.WhyNot(AssetKind.Story, [Answer(PermissionStatus.Granted, Day.AddDays(-1))], Day).ShouldBe("The permission for story lapsed on 21 Nov 2026.");
        AssetConsent.WhyNot(AssetKind.Story, [Answer(PermissionStatus.Granted, Day)], Day).ShouldBeNull();
        AssetConsent.WhyNot(AssetKind.Video, [Answer(PermissionStatus.Granted)], Day).ShouldNotBeNull("a yes to a story is none to a video");
    }

    [Fact]
    public void Content_is_shared_where_the_yes_reaches()
    {
        Permission[] dach = [Answer(PermissionStatus.Granted, null, ["dach"], [PermissionChannel.Sales])];
        AssetConsent.WhyNot(AssetKind.Slide, dach, Day, "de", PermissionChannel.Sales, Places).ShouldBeNull();
        AssetConsent.WhyNot(AssetKind.Slide, dach, Day, "us", PermissionChannel.Sales, Places).ShouldBe("The permission for story does not cover the prospect's region.");
        AssetConsent.WhyNot(AssetKind.Slide, dach, Day, null, PermissionChannel.Sales, Places)!.ShouldContain("not known");
        AssetConsent.WhyNot(AssetKind.Slide, dach, Day, "de", PermissionChannel.Website, Places)!.ShouldContain("our website");
    }

    private static Permission Answer(PermissionStatus status, DateOnly? until = null, string[]? regions = null, PermissionChannel[]? channels = null)
    {
        var permission = new Permission(Given.Id(), Given.Id(), PermissionScope.Story);
        permission.Record(status, until, "Form", FakeClock.Start);
        permission.Limit(regions ?? [], channels ?? []);
        return permission;
    }
}
