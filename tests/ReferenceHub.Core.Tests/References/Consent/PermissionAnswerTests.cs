using ReferenceHub.Core.References;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.References.Consent;

/// <summary>What stands beside an answer belongs to that answer.</summary>
public sealed class PermissionAnswerTests
{
    private readonly Permission permission = new(Given.Id(), Given.Id(), PermissionScope.Story);
    private readonly Guid form = Given.Id();

    [Theory]
    [InlineData(PermissionStatus.Denied)]
    [InlineData(PermissionStatus.Unknown)]
    public void A_form_goes_with_another_answer(PermissionStatus other)
    {
        Say(PermissionStatus.Granted, form);
        Say(other);
        permission.EvidenceFileId.ShouldBeNull();
        Say(PermissionStatus.Granted);
        permission.EvidenceFileId.ShouldBeNull("the old form does not prove the new yes");
    }

    [Fact]
    public void A_form_stays_beside_the_same_answer_until_a_new_one_comes()
    {
        Say(PermissionStatus.Granted, form);
        Say(PermissionStatus.Granted);
        permission.EvidenceFileId.ShouldBe(form);
        var letter = Given.Id();
        Say(PermissionStatus.Granted, letter);
        permission.EvidenceFileId.ShouldBe(letter);
    }

    [Fact]
    public void Only_a_yes_has_limits()
    {
        Say(PermissionStatus.Granted);
        permission.Regions.ShouldBe(["dach"]);
        Say(PermissionStatus.Denied);
        permission.Regions.ShouldBeEmpty();
        permission.Channels.ShouldBeEmpty();
    }

    private void Say(PermissionStatus status, Guid? file = null) =>
        permission.Answer(new PermissionAnswer(status, null, "Form", ["dach"], [PermissionChannel.Sales], file), null, FakeClock.Start);
}
