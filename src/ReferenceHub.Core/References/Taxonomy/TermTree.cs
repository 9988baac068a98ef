namespace ReferenceHub.Core.References;

/// <summary>The standing terms of one taxonomy as a tree. Pure.</summary>
public sealed class TermTree
{
    private readonly Dictionary<Guid, Term> terms;
    private readonly ILookup<Guid?, Term> below;

    /// <summary>A tree of these; merged terms are left out, a term whose parent is not among them stands at the top.</summary>
    public TermTree(TermKind kind, IEnumerable<Term> all)
    {
        Kind = kind;
        terms = all.Where(term => term.Kind == kind && term.MergedIntoId is null).ToDictionary(term => term.Id);
        below = terms.Values.OrderBy(term => term.Order).ThenBy(term => term.NameKey, StringComparer.Ordinal)
            .ToLookup(term => term.ParentId is { } parent && terms.ContainsKey(parent) ? term.ParentId : null);
    }

    /// <summary>Which taxonomy.</summary>
    public TermKind Kind { get; }

    /// <summary>Every term, narrower ones after their broader one with their depth from 0.</summary>
    public IEnumerable<(Term Term, int Depth)> Walk() => Walk(null, 0);

    /// <summary>The terms directly below one, or at the top, in order.</summary>
    public IReadOnlyList<Term> Children(Guid? id) => [.. below[id]];

    /// <summary>The term, if it stands in this tree.</summary>
    public Term? Find(Guid id) => terms.GetValueOrDefault(id);

    /// <summary>The term and those above it, narrowest first; none when it does not stand in this tree.</summary>
    public IEnumerable<Term> UpFrom(Guid id)
    {
        for (var term = Find(id); term is not null; term = term.ParentId is { } parent ? Find(parent) : null)
        {
            yield return term;
        }
    }

    /// <summary>Whether a term is another or stands somewhere below it.</summary>
    public bool IsWithin(Guid id, Guid above)
    {
        for (Guid? at = id; at is { } here; at = Find(here)?.ParentId)
        {
            if (here == above)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Levels that a term and all below it take: 1 for a leaf.</summary>
    public int HeightOf(Guid id) => 1 + Children(id).Select(child => HeightOf(child.Id)).DefaultIfEmpty().Max();

    /// <summary>Level of a term: 1 at the top.</summary>
    public int LevelOf(Guid id) => Find(id)?.ParentId is { } parent && terms.ContainsKey(parent) ? 1 + LevelOf(parent) : 1;

    /// <summary>Why a term, with all below it, can't stand below another (or, given no term, why a new one can't); null when it can.</summary>
    public string? WhyNotBelow(Guid? id, Guid? parentId)
    {
        if (parentId is not { } parent)
        {
            return null;
        }

        if (Find(parent) is not { } broader)
        {
            return "Choose a term of the list to stand below.";
        }

        if (id is { } moved && IsWithin(parent, moved))
        {
            return $"{Find(moved)!.Name} can't stand below itself or a term below it.";
        }

        var levels = LevelOf(parent) + (id is { } known ? HeightOf(known) : 1);
        return levels <= Kind.Levels() ? null
            : Kind.Levels() == 1 ? $"{Kind.Title()} are a plain list."
            : $"Below {broader.Name} it would be {levels} levels deep; {Kind.Title().ToLowerInvariant()} have at most {Kind.Levels()}.";
    }

    /// <summary>The other term that goes by a folded name, retired ones too.</summary>
    public Term? Named(string nameKey, Guid? but) => terms.Values.FirstOrDefault(term => term.Id != but && term.GoesBy(nameKey));

    private IEnumerable<(Term Term, int Depth)> Walk(Guid? parent, int depth) => below[parent].SelectMany(term => Walk(term.Id, depth + 1).Prepend((term, depth)));
}
