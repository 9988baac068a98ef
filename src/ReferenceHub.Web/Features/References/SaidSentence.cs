using System.Collections.Immutable;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.References;

/// <summary>What somebody said in words and the criteria it gave; the address keeps it for as long as one of them stands.</summary>
/// <param name="Text">As typed, at most <see cref="Criteria.TextLength"/> characters.</param>
/// <param name="Gave">What it was read as.</param>
/// <param name="ActivityKey">The activity type that it named, or null.</param>
public sealed record SaidSentence(string Text, ImmutableArray<Criterion> Gave, string? ActivityKey)
{
    private const string Between = "; ";

    /// <summary>Whether a criterion that it gave is still asked for, one way or another.</summary>
    public bool Stands(Criteria criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return criteria.Items.Any(Gives);
    }

    /// <summary>The criteria that did not come from it, nor the words that were left over of it.</summary>
    public Criteria TakenFrom(Criteria criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        var rest = criteria.Without(criteria.Items.Where(Gives));
        return criteria.Text.Split(' ').All(word => Text.Contains(word.Trim('"'), StringComparison.OrdinalIgnoreCase)) ? rest.WithText(null) : rest;
    }

    /// <summary>What is said now, after what was said before if something of that stands; null when nothing was understood.</summary>
    public static async Task<SaidSentence?> OfAsync(string? earlier, Criteria typed, NeedRead read, MatchQueries matches, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(matches);
        var now = read.Parts.IsEmpty ? null : new SaidSentence(typed.Text, ItemsOf(read), read.ActivityKey);
        var text = Guard.Cut((earlier ?? "").Trim(), Criteria.TextLength);
        if (text.Length == 0)
        {
            return now;
        }

        var again = await matches.ReadWordsAsync(Criteria.None.WithText(text), viewer, ct);
        var before = new SaidSentence(text, ItemsOf(again), again.ActivityKey);
        return !before.Stands(typed) ? now : now is null ? before : now.After(before, again.Criteria.Text);
    }

    // The box still held what was left over of the sentence before.
    private SaidSentence After(SaidSentence before, string leftOver)
    {
        var text = leftOver.Length > 0 && Text.StartsWith(leftOver, StringComparison.OrdinalIgnoreCase) ? Text[leftOver.Length..].TrimStart() : Text;
        var joined = before.Text.TrimEnd('.', ';', ' ') + Between + text;
        return joined.Length > Criteria.TextLength || string.Equals(before.Text, Text, StringComparison.OrdinalIgnoreCase)
            ? this
            : new SaidSentence(joined, before.Gave.AddRange(Gave), ActivityKey ?? before.ActivityKey);
    }

    private static ImmutableArray<Criterion> ItemsOf(NeedRead read) => [.. read.Parts.Select(part => part.Item).OfType<Criterion>()];

    private bool Gives(Criterion item) => Gave.Any(given => given.Facet == item.Facet && given.Key == item.Key);
}
