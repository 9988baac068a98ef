using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>The need that a list of requirements belongs to: its criteria, its activity type, and who is closed for it.</summary>
public sealed record ListAsk(Criteria Need, string? ActivityKey, IReadOnlyDictionary<Guid, NeedRefusal> Refused)
{
    /// <summary>Amount of the deal in the program's currency, if known.</summary>
    public decimal? DealAmount { get; init; }
}

/// <summary>Reads a list of requirements, as an RFP has it, line by line into criteria, and finds the references that meet them.</summary>
public sealed class RequirementLists(MatchQueries matches)
{
    /// <summary>Most lines that are read.</summary>
    public const int MostLines = 25;

    private const int MostMet = 300;

    private const int MostBest = 3;

    private static readonly char[] Bullets = ['-', '*', '•', '–', '—', '·', '▪', '○', '□', '☐'];

    /// <summary>The cover of a list; null when there are no lines. The musts of the need hold for each line that says nothing else of the same facet.</summary>
    public async Task<RequirementCover?> OfAsync(string? list, ListAsk ask, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var all = Lines(list);
        if (all.Count == 0)
        {
            return null;
        }

        var lines = new List<RequirementLine>();
        var met = new List<IReadOnlyList<MatchRow>>();
        foreach (var words in all.Take(MostLines))
        {
            var read = await ReadAsync(words, viewer, ct);
            var asked = Criteria.Of(read.Items.Select(item => item.Not ? item : item with { Must = true }));
            var rows = asked.IsEmpty ? [] : await MeetingAsync(asked, ask, viewer, ct);
            var said = asked.IsEmpty ? [] : await matches.WordsAsync(asked, viewer, ct);
            met.Add(rows);
            lines.Add(new RequirementLine(words, [.. said.Select(item => item.Words)], read.Text, rows.Count, [.. rows.Take(MostBest)]));
        }

        var (columns, together) = CoverTable.Of(met, ReferenceRequest.MostPreferred);
        return new RequirementCover(lines, columns, together, Math.Max(0, all.Count - MostLines));
    }

    /// <summary>What a list asks for, all lines together, as wishes: whoever meets more of them comes first, and nobody is left out.</summary>
    public async Task<Criteria> WishesAsync(string? list, Viewer viewer, CancellationToken ct)
    {
        var asked = new List<Criterion>();
        foreach (var words in Lines(list).Take(MostLines))
        {
            asked.AddRange((await ReadAsync(words, viewer, ct)).Items.Where(item => !item.Not));
        }

        return Criteria.Of(asked).AsWishes();
    }

    /// <summary>The lines of a list, without bullets and numbers, each once.</summary>
    public static IReadOnlyList<string> Lines(string? list) =>
        [.. (list ?? "").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Bare).Where(line => line.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    private async Task<Criteria> ReadAsync(string line, Viewer viewer, CancellationToken ct) =>
        (await matches.ReadWordsAsync(Criteria.None.WithText(line.Length > Criteria.TextLength ? line[..Criteria.TextLength] : line), viewer, ct)).Criteria;

    private async Task<IReadOnlyList<MatchRow>> MeetingAsync(Criteria asked, ListAsk ask, Viewer viewer, CancellationToken ct)
    {
        var criteria = Criteria.Of(asked.Items.Concat(ask.Need.Items.Where(item => item.Must && asked.Items.All(other => other.Facet != item.Facet))));
        var answer = await matches.SearchAsync(new CatalogAsk(criteria, ask.ActivityKey, ForAsking: true, Take: MostMet) { TakeClosed = 0, WithContacts = false, Refused = ask.Refused, DealAmount = ask.DealAmount }, viewer, ct);
        return answer.Result.Rows;
    }

    // "2.1) At least …", "• …" and "a) …" say no more than "…".
    private static string Bare(string line)
    {
        var text = line.TrimStart(Bullets).TrimStart();
        var mark = text.IndexOfAny([' ', '\t']);
        if (mark is > 0 and <= 8 && text[..mark] is var first && first.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ')' or '(' || (first.Length <= 3 && char.IsAsciiLetter(letter))) && first[^1] is '.' or ')')
        {
            text = text[(mark + 1)..].TrimStart();
        }

        return text;
    }
}
