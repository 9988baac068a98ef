using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>What the rules need to know beside the customer.</summary>
internal sealed record BulkGround(Viewer By, TermBook Terms, IReadOnlyDictionary<Guid, string> People, IReadOnlySet<Guid> Active, DateOnly Today, int VerifyEveryDays);

/// <summary>What a change of many does to one customer, field by field. Pure.</summary>
internal static class BulkRules
{
    /// <summary>What changes, and what stays and why; the customer is not touched.</summary>
    public static (IReadOnlyList<FieldChange> Changes, IReadOnlyList<string> Stays) Of(Customer customer, BulkChange change, BulkGround ground)
    {
        if (!ground.By.MayEdit(customer))
        {
            return ([], ["you may not change this record"]);
        }

        if (!customer.IsPresent)
        {
            return ([], [customer.MergedIntoId is null ? "archived" : "merged into another record"]);
        }

        var (changes, stays) = (new List<FieldChange>(), new List<string>());
        Owner(customer, change, ground, changes, stays);
        if (change.Tier is { } tier)
        {
            Note("Tier", customer.Tier.ToString(), tier.ToString(), changes, stays);
        }

        Status(customer, change, changes, stays);
        Attributes(customer, change, ground, changes, stays);
        if (change.RfpListed is { } listed)
        {
            Note("RFP-listed", customer.RfpListed ? "yes" : "no", listed ? "yes" : "no", changes, stays);
        }

        if (change.Confirm)
        {
            Note("Verify by", CustomerFields.Plain(customer.VerifyBy), CustomerFields.Plain(ground.Today.AddDays(ground.VerifyEveryDays)), changes, stays);
        }

        return (changes, stays);
    }

    private static void Owner(Customer customer, BulkChange change, BulkGround ground, List<FieldChange> changes, List<string> stays)
    {
        if (change.OwnerId is { } owner)
        {
            Note("Owner", customer.OwnerId is { } own ? ground.People.GetValueOrDefault(own) : null, ground.People[owner], changes, stays);
        }
    }

    private static void Status(Customer customer, BulkChange change, List<FieldChange> changes, List<string> stays)
    {
        if (change.Status is not { } status)
        {
            return;
        }

        if (status == ReferenceStatus.Paused && (customer.Status is ReferenceStatus.Retired or ReferenceStatus.DoNotUse))
        {
            stays.Add($"status: {customer.Status.InWords()}, which can't be paused");
            return;
        }

        Note("Status", Words(customer.Status, customer.PausedUntil), Words(status, status == ReferenceStatus.Paused ? change.Until : null), changes, stays);
    }

    private static void Attributes(Customer customer, BulkChange change, BulkGround ground, List<FieldChange> changes, List<string> stays)
    {
        var have = customer.Attributes.Select(attribute => attribute.TermId).ToHashSet();
        foreach (var term in change.Add.Select(ground.Terms.Settle).Distinct())
        {
            Attribute(term, !have.Contains(term), null, ground.Terms.Name(term), "has", ground, changes, stays);
        }

        foreach (var term in change.Remove.Select(ground.Terms.Settle).Distinct())
        {
            Attribute(term, have.Contains(term), ground.Terms.Name(term), null, "does not have", ground, changes, stays);
        }
    }

    private static void Attribute(Guid term, bool changes, string? before, string? after, string already, BulkGround ground, List<FieldChange> list, List<string> stays)
    {
        if (changes)
        {
            list.Add(new FieldChange("Attributes", before, after));
        }
        else
        {
            stays.Add($"{already} {ground.Terms.Name(term)}");
        }
    }

    private static string Words(ReferenceStatus status, DateOnly? until) => until is null ? status.InWords() : $"{status.InWords()} until {CustomerFields.Plain(until)}";

    private static void Note(string label, string? before, string? after, List<FieldChange> changes, List<string> stays)
    {
        if (before == after)
        {
            stays.Add($"{label}: {after} already");
        }
        else
        {
            changes.Add(new FieldChange(label, before, after));
        }
    }
}
