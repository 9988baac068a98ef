using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>A term to choose in a form, with the broader one it stands below.</summary>
public sealed record TermChoice(string Key, string Name, string? Parent);

/// <summary>Terms as forms offer them.</summary>
public sealed class TermChoices(ReferenceHubDbContext db)
{
    /// <summary>The terms of a taxonomy in use, in order, each below its broader one.</summary>
    public async Task<IReadOnlyList<TermChoice>> OfAsync(TermKind kind, CancellationToken ct)
    {
        var terms = await db.Terms.AsNoTracking().Where(term => term.Kind == kind && !term.Retired).OrderBy(term => term.Order).ThenBy(term => term.NameKey).ToListAsync(ct);
        var below = terms.ToLookup(term => term.ParentId);
        return [.. below[null].SelectMany(top => below[top.Id].Select(term => new TermChoice(term.Key, term.Name, top.Name)).Prepend(new TermChoice(top.Key, top.Name, null)))];
    }
}
