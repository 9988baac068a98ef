using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>A term to choose in a form, with the broader one it stands below.</summary>
public sealed record TermChoice(string Key, string Name, string? Parent);

/// <summary>Terms as forms offer them.</summary>
public sealed class TermChoices(ReferenceHubDbContext db)
{
    /// <summary>The terms of a taxonomy in use, in order, each below its broader one.</summary>
    public async Task<IReadOnlyList<TermChoice>> OfAsync(TermKind kind, CancellationToken ct, string? presentKey = null)
    {
        var terms = await TermBook.ReadAsync(db, ct);
        var top = "";
        var choices = new List<TermChoice>();
        foreach (var (term, depth) in terms.Offered(kind, term => term.Key == presentKey))
        {
            top = depth == 0 ? term.Name : top;
            choices.Add(new TermChoice(term.Key, term.Name, depth == 0 ? null : top));
        }

        return choices;
    }

    /// <summary>Names by key of all terms of some taxonomies; those of merged terms name what took them over.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<TermKind> kinds, CancellationToken ct)
    {
        var terms = await TermBook.ReadAsync(db, ct);
        return terms.All.Where(term => kinds.Contains(term.Kind)).GroupBy(term => term.Key).ToDictionary(same => same.Key, same => terms.Name(same.First().Id)!, StringComparer.Ordinal);
    }
}
