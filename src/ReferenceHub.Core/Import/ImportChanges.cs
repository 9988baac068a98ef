using System.Globalization;
using ReferenceHub.Core.History;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import;

/// <summary>What an import changed of a customer's company facts, for its history.</summary>
internal static class ImportChanges
{
    public static IReadOnlyList<FieldChange> Of(CompanyFacts? before, CompanyFacts after)
    {
        if (before is null)
        {
            return [];
        }

        var changes = new List<FieldChange>();
        Note("Name", before.Name, after.Name);
        Note("CRM id", before.ExternalId, after.ExternalId);
        Note("City", before.City, after.City);
        Note("Employees", before.Employees, after.Employees);
        Note("Yearly revenue in millions", before.RevenueMillions, after.RevenueMillions);
        Note("Founded in", before.Founded, after.Founded);
        Note("Parent company", before.ParentName, after.ParentName);
        Note("Website", before.Website, after.Website);
        Note("Customer since", before.CustomerSince, after.CustomerSince);
        Note("Story", before.Story, after.Story);
        if (before.IndustryId != after.IndustryId)
        {
            changes.Add(new FieldChange("Industry", null, "changed"));
        }

        if (before.RegionId != after.RegionId)
        {
            changes.Add(new FieldChange("Country or region", null, "changed"));
        }

        return changes;

        void Note<T>(string field, T from, T to)
        {
            if (!EqualityComparer<T>.Default.Equals(from, to))
            {
                changes.Add(new FieldChange(field, Words(from), Words(to)));
            }
        }
    }

    private static string? Words<T>(T value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}
