using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Finds in what two records of one company differ, and which value is taken unless somebody chooses: the fuller one, and the stricter one.</summary>
internal static class MergeDifferences
{
    private const string Stricter = "the stricter one";
    private static readonly ReferenceStatus[] FromStrictest = [ReferenceStatus.DoNotUse, ReferenceStatus.Paused, ReferenceStatus.Retired, ReferenceStatus.Active, ReferenceStatus.Candidate];
    private static readonly PermissionStatus[] StatusFromStrictest = [PermissionStatus.Denied, PermissionStatus.Unknown, PermissionStatus.Granted];

    /// <summary>Fields of the form, attributes left out: those of both are kept.</summary>
    public static IReadOnlyList<EditField<CustomerEdit>> Fields { get; } = [.. CustomerFields.All.Where(one => one.Key != nameof(CustomerEdit.Attributes))];

    public static List<MergeDifference> OfFields(Customer survivor, Customer other, EditNames names)
    {
        var (one, two) = (CustomerEdit.Of(survivor), CustomerEdit.Of(other));
        var found = Fields.Where(field => field.Text(one) != field.Text(two)).Select(field => Of(field, one, two, names)).ToList();
        if (Standing(survivor) != Standing(other))
        {
            var stricter = Array.IndexOf(FromStrictest, other.Status) < Array.IndexOf(FromStrictest, survivor.Status)
                || (survivor.Status == ReferenceStatus.Paused && other.Status == ReferenceStatus.Paused && other.PausedUntil > survivor.PausedUntil);
            found.Insert(0, new MergeDifference(MergeKeys.Status, "Status", Standing(survivor), Standing(other), stricter ? MergeSide.Other : MergeSide.Survivor, Stricter));
        }

        return found;
    }

    public static List<MergeDifference> OfPermissions(Customer survivor, Customer other, DateOnly today) =>
    [
        .. from scope in Enum.GetValues<PermissionScope>()
           let one = survivor.Permissions.Find(permission => permission.Scope == scope)
           let two = other.Permissions.Find(permission => permission.Scope == scope)
           where two is not null && !IsNothingNew(one, two) && Words(one, today) != Words(two, today)
           select new MergeDifference(
               MergeKeys.Of(scope), scope.InWords(), Words(one, today), Words(two, today), one is null || IsStricter(two, one, today) ? MergeSide.Other : MergeSide.Survivor,
               one is null ? "the only answer" : Stricter),
    ];

    /// <summary>Whether an answer allows less than another: no before unknown before yes; of two yeses the shorter, then the narrower one.</summary>
    public static bool IsStricter(Permission answer, Permission than, DateOnly today)
    {
        var rank = Array.IndexOf(StatusFromStrictest, answer.StatusOn(today)).CompareTo(Array.IndexOf(StatusFromStrictest, than.StatusOn(today)));
        if (rank != 0)
        {
            return rank < 0;
        }

        if (answer.ValidUntil != than.ValidUntil)
        {
            return (answer.ValidUntil ?? DateOnly.MaxValue) < (than.ValidUntil ?? DateOnly.MaxValue);
        }

        return Width(answer).CompareTo(Width(than)) < 0;
    }

    /// <summary>Whether an answer only says that nothing is known, where nothing is on record.</summary>
    private static bool IsNothingNew(Permission? one, Permission two) => one is null && two.Status == PermissionStatus.Unknown;

    // The narrower reach is the one with fewer places and channels; none named means all.
    private static (int Regions, int Channels) Width(Permission permission) =>
        (permission.Regions.Count is 0 ? int.MaxValue : permission.Regions.Count, permission.Channels.Count is 0 ? int.MaxValue : permission.Channels.Count);

    private static MergeDifference Of(EditField<CustomerEdit> field, CustomerEdit one, CustomerEdit two, EditNames names)
    {
        var (side, why) = Usual(field.Key, field.Text(one), field.Text(two), one, two);
        return new MergeDifference(field.Key, field.Label, field.Words(one, names), field.Words(two, names), side, why);
    }

    private static (MergeSide Side, string? Why) Usual(string key, string? survivor, string? other, CustomerEdit one, CustomerEdit two) => key switch
    {
        nameof(CustomerEdit.Tier) => (two.Tier > one.Tier ? MergeSide.Other : MergeSide.Survivor, Stricter),
        nameof(CustomerEdit.RfpListed) => (one.RfpListed ? MergeSide.Other : MergeSide.Survivor, Stricter),
        nameof(CustomerEdit.OpenEscalations) => (two.OpenEscalations > one.OpenEscalations ? MergeSide.Other : MergeSide.Survivor, "the higher one"),
        _ when survivor is null => (MergeSide.Other, "the only one"),
        _ when other is null => (MergeSide.Survivor, "the only one"),
        _ => (MergeSide.Survivor, null),
    };

    private static string Standing(Customer customer) =>
        customer.Status == ReferenceStatus.Paused ? $"{customer.Status.InWords()} until {CustomerFields.Plain(customer.PausedUntil)}" : customer.Status.InWords();

    private static string? Words(Permission? permission, DateOnly today)
    {
        if (permission is null)
        {
            return null;
        }

        var lapsed = permission.Status != permission.StatusOn(today);
        var parts = new List<string> { permission.Status.ToString().ToLowerInvariant() + (lapsed ? ", lapsed" : "") };
        if (permission.ValidUntil is { } until)
        {
            parts.Add($"until {CustomerFields.Plain(until)}");
        }

        if (permission.Regions.Count > 0)
        {
            parts.Add($"in {string.Join(", ", permission.Regions)}");
        }

        if (permission.Channels.Count > 0)
        {
            parts.Add($"for {string.Join(", ", permission.Channels.Select(channel => channel.InWords()))}");
        }

        return string.Join(" ", parts);
    }
}
