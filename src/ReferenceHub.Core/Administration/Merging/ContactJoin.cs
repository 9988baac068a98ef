using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Makes one contact of two records of the same person.</summary>
internal static class ContactJoin
{
    /// <summary>
    /// The one that stays keeps its details and takes over those it lacks. It is willing to do what both records say, or what the only one
    /// says that says anything; the tighter limit and the longer pause bind.
    /// </summary>
    public static void Join(Contact stays, Contact goes)
    {
        stays.Describe(
            stays.Name, stays.JobTitle ?? goes.JobTitle, stays.Email ?? goes.Email, stays.Phone ?? goes.Phone, stays.Languages.Union(goes.Languages, StringComparer.Ordinal), stays.ZoneId ?? goes.ZoneId);
        var willing = stays.Willing.Count == 0 ? goes.Willing
            : goes.Willing.Count == 0 ? stays.Willing
            : [.. stays.Willing.Intersect(goes.Willing)];
        stays.Agree(willing, Lower(stays.MinutesPerQuarter, goes.MinutesPerQuarter), stays.Wishes ?? goes.Wishes);
        stays.LimitUses(Lower(stays.UsesPerQuarter, goes.UsesPerQuarter));
        stays.SpeakAbout(stays.Topics.Union(goes.Topics, StringComparer.Ordinal));
        stays.Pause(Later(stays.PausedUntil, goes.PausedUntil));
        if (stays.ExternalId is null)
        {
            stays.KnowAs(goes.ExternalId);
        }

        if (goes.LeftAt is null)
        {
            stays.Return();
        }
    }

    private static int? Lower(int? one, int? two) => one is null ? two : two is null ? one : Math.Min(one.Value, two.Value);

    private static DateOnly? Later(DateOnly? one, DateOnly? two) => one is null ? two : two is null || one > two ? one : two;
}
