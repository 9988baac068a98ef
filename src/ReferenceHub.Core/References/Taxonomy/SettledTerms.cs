using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Forms and proposals older than a merge name terms that another took over meanwhile.</summary>
internal static class SettledTerms
{
    /// <summary>The edit with the terms that stand.</summary>
    public static async Task<CustomerEdit> SettledAsync(this CustomerEdit edit, ReferenceHubDbContext db, CancellationToken ct)
    {
        var named = edit.Attributes.Append(edit.IndustryId ?? Guid.Empty).Append(edit.RegionId ?? Guid.Empty).Distinct().ToList();
        if (!await db.Terms.AnyAsync(term => named.Contains(term.Id) && term.MergedIntoId != null, ct))
        {
            return edit;
        }

        var terms = await TermBook.ReadAsync(db, ct);
        return edit with
        {
            IndustryId = edit.IndustryId is { } industry ? terms.Settle(industry) : null,
            RegionId = edit.RegionId is { } region ? terms.Settle(region) : null,
            Attributes = [.. edit.Attributes.Select(terms.Settle).Distinct()],
        };
    }
}
