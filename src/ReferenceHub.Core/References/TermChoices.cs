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
        var terms = await TermBook.ReadAsync(db, ct);
        var top = "";
        var choices = new List<TermChoice>();
        foreach (var (term, depth) in terms.Offered(kind))
        {
            top = depth == 0 ? term.Name : top;
            choices.Add(new TermChoice(term.Key, term.Name, depth == 0 ? null : top));
        }

        return choices;
    }
}
