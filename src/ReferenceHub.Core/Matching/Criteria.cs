using System.Collections.Immutable;
using System.Text;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>What is looked for, as chips and free text. Immutable; equal when its address is equal.</summary>
public sealed class Criteria : IEquatable<Criteria>
{
    /// <summary>Most criteria in one search.</summary>
    public const int Most = 60;

    /// <summary>Longest free text, in characters.</summary>
    public const int TextLength = 400;

    private const string TextName = "q";

    private Criteria(ImmutableArray<Criterion> items, string text)
    {
        Items = items;
        Text = text;
    }

    /// <summary>Nothing asked for: everything fits.</summary>
    public static Criteria None { get; } = new([], "");

    /// <summary>The chips, by facet in the order of the page and then by key.</summary>
    public ImmutableArray<Criterion> Items { get; }

    /// <summary>Words that are no term: searched in names and places. See <see cref="MustText"/> and <see cref="WishedText"/>.</summary>
    public string Text { get; }

    /// <summary>What of the text filters: all of it where nothing else is asked for, else what stands in quotes.</summary>
    public string MustText => Items.IsEmpty ? Text : Quoted(NeedWords.Of(Text).Where(word => word.Quoted));

    /// <summary>What of the text ranks only: words beside criteria that stand in no quotes.</summary>
    public string WishedText => Items.IsEmpty || Text.Length == 0 ? "" : string.Join(' ', NeedWords.Of(Text).Where(word => !word.Quoted).Select(word => word.Text));

    /// <summary>The same search with the text that filters in quotes, so that it goes on filtering when criteria come to it.</summary>
    public Criteria Pinned() => Items.IsEmpty && Text.Length > 0 ? WithText(Quoted(NeedWords.Of(Text))) : this;

    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => Items.IsEmpty && Text.Length == 0;

    /// <summary>Criteria of the given chips and text; a term named twice counts once: as not wanted, else as a must if either says so. What can't be not wanted is left
    /// out, what can't be preferred is a must.</summary>
    public static Criteria Of(IEnumerable<Criterion> items, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        var kept = items
            .Where(item => Criterion.IsKey(item.Key) && (!item.Not || item.Facet.MayBeNot()))
            .GroupBy(item => (item.Facet, item.Key))
            .Select(same => same.First() with { Must = !same.Key.Facet.MayBePreferred() || same.Any(item => item.Must || item.Not), Not = same.Any(item => item.Not) })
            .OrderBy(item => item.Facet.Place())
            .ThenBy(item => item.Key, StringComparer.Ordinal)
            .Take(Most);
        return new Criteria([.. kept], Guard.Cut(text?.Trim() ?? "", TextLength));
    }

    /// <summary>Reads an address's pairs: <c>industry=banking</c>, <c>prefer=platform:azure</c>, <c>not=industry:retail</c>, <c>q=words</c>; other names are passed over.</summary>
    public static Criteria From(IEnumerable<KeyValuePair<string, string?>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var items = new List<Criterion>();
        string? text = null;
        foreach (var (name, value) in pairs)
        {
            if (string.Equals(name, TextName, StringComparison.OrdinalIgnoreCase))
            {
                text ??= value;
            }
            else if (string.Equals(name, Criterion.PreferName, StringComparison.OrdinalIgnoreCase) || string.Equals(name, Criterion.NotName, StringComparison.OrdinalIgnoreCase))
            {
                if (value?.Split(':', 2) is [var facetName, var key] && Facets.TryParse(facetName, out var named))
                {
                    var not = string.Equals(name, Criterion.NotName, StringComparison.OrdinalIgnoreCase);
                    items.Add(new Criterion(named, key, Must: not, Not: not));
                }
            }
            else if (value is not null && Facets.TryParse(name, out var facet))
            {
                items.Add(new Criterion(facet, value, Must: true));
            }
        }

        return Of(items, text);
    }

    /// <summary>Reads a query string, with or without the question mark: the form in which criteria are stored.</summary>
    public static Criteria Parse(string? query) =>
        From((query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair));

    /// <summary>The address's pairs, musts before preferences before what is not wanted before text.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        foreach (var item in Items.OrderBy(item => item.Not ? 2 : item.Must ? 0 : 1))
        {
            yield return item.Pair;
        }

        if (Text.Length > 0)
        {
            yield return new(TextName, Text);
        }
    }

    /// <summary>The query string without question mark; reads back to the same criteria.</summary>
    public string ToQuery()
    {
        var query = new StringBuilder();
        foreach (var (name, value) in Pairs())
        {
            query.Append(query.Length > 0 ? "&" : "").Append(name).Append('=');
            query.Append(name == TextName ? Uri.EscapeDataString(value) : value);
        }

        return query.ToString();
    }

    /// <summary>With one more criterion, or the same term switched between must and preferred.</summary>
    public Criteria With(Criterion criterion) =>
        Of(Items.Where(item => item.Facet != criterion.Facet || item.Key != criterion.Key).Append(criterion), Text);

    /// <summary>Without a term.</summary>
    public Criteria Without(Facet facet, string key) => Of(Items.Where(item => item.Facet != facet || item.Key != key), Text);

    /// <summary>Without any of these criteria.</summary>
    public Criteria Without(IEnumerable<Criterion> dropped) => Of(Items.Except(dropped), Text);

    /// <summary>With keys of merged terms replaced by those that took them over.</summary>
    public Criteria Settled(CatalogTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Items.Any(item => Key(item) != item.Key) ? Of(Items.Select(item => item with { Key = Key(item) }), Text) : this;

        string Key(Criterion item) => terms.Find(item.Facet, item.Key)?.Key ?? item.Key;
    }

    /// <summary>With other free text.</summary>
    public Criteria WithText(string? text) => Of(Items, text);

    /// <summary>The same with every must as a preference; what is not wanted stays so, what is no wish is left out.</summary>
    public Criteria AsWishes() => Of(Items.Where(item => item.Not || item.Facet.MayBePreferred()).Select(item => item.Not ? item : item with { Must = false }), Text);

    /// <summary>Both together; a must of either is a must.</summary>
    public Criteria And(Criteria other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Of(Items.Concat(other.Items), $"{Text} {other.Text}");
    }

    /// <inheritdoc/>
    public bool Equals(Criteria? other) => other is not null && Text == other.Text && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Criteria);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Items.Length, Items.IsEmpty ? default : Items[0]);

    /// <inheritdoc/>
    public override string ToString() => ToQuery();

    private static KeyValuePair<string, string?> Pair(string pair)
    {
        var cut = pair.IndexOf('=', StringComparison.Ordinal);
        return cut < 0
            ? new(Decode(pair), null)
            : new(Decode(pair[..cut]), Decode(pair[(cut + 1)..]));
    }

    private static string Quoted(IEnumerable<NeedWord> words) => string.Join(' ', words.Select(word => $"\"{word.Text}\""));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
