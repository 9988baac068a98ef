using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>Reads needs in words for somebody: their day, the activity types on offer, the names that they may know.</summary>
public sealed class NeedReading(ReferenceHubDbContext db, ActivityTypeQueries activities, OrganisationCache organisation, TimeProvider clock)
{
    private const int LongestName = 6;
    private const int ShortestSmall = 4;
    private const int MostLikes = 3;
    private const int MostRefused = 3;

    /// <summary>The need as this viewer means it.</summary>
    public async Task<NeedRead> ReadAsync(string text, CatalogSnapshot catalog, MatchViewer who, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var reader = NeedReaders.Of(catalog.Terms);
        var tokens = NeedTokens.Of(text);
        var names = new CustomerNames(catalog, who, reader.IsOrdinary);
        var likes = new List<FoundLike>();
        var deals = new DealNames(db, viewer, reader.IsOrdinary);
        var lookedUp = 0;
        foreach (var phrase in LikePhrases.In(tokens))
        {
            for (LikePhrase? next = phrase; next is { } one && lookedUp < MostLikes;)
            {
                lookedUp++;
                var found = await FindAsync(tokens, one, names, deals, ct);
                if (found is null)
                {
                    break;
                }

                likes.Add(found);
                next = LikePhrases.Another(tokens, found.Place + found.Length);
            }
        }

        likes.AddRange(LikePhrases.Refused(tokens).Take(MostRefused).SelectMany(phrase => Refused(tokens, phrase, names, reader)));
        return reader.Read(tokens, new NeedContext
        {
            Today = Zones.DateIn((await organisation.GetAsync(ct)).ZoneId, clock.UtcNow()),
            Activities = [.. (await activities.EnabledAsync(ct)).Select(type => (type.Key, type.Name))],
            IsInName = names.Has,
            Likes = [.. likes],
        });
    }

    // "not Alpenbank or Kestrel"; what is a term first is no name, and a short word with a slip may be any.
    private static IEnumerable<FoundLike> Refused(NeedTokens tokens, LikePhrase phrase, CustomerNames names, NeedReader reader)
    {
        for (LikePhrase? next = phrase; next is { } one;)
        {
            var typed = Typed(tokens, one);
            if (typed.Count == 0 || WordLists.IsSmall(typed[0]))
            {
                yield break;
            }

            var ordinary = reader.IsOrdinary(typed[0]);
            var found = names.Find(typed, forgiving: false) ?? (ordinary || Slips.Allowed(typed[0].Length) == 0 ? null : names.Find(typed, forgiving: true));
            if (found is not { } named || (ordinary && named.Fit.Words == 1))
            {
                yield break;
            }

            var end = one.NameAt + named.Fit.Words;
            yield return new FoundLike(one.Place, end - one.Place, Facet.Like, named.Id, Not: true);
            next = LikePhrases.Another(tokens, end);
        }
    }

    private static List<string> Typed(NeedTokens tokens, LikePhrase phrase) =>
        [.. Enumerable.Range(phrase.NameAt, Math.Min(phrase.NameLength, LongestName)).TakeWhile(word => tokens[word].Kind is TokenKind.Word or TokenKind.Number).Select(word => tokens.Plain(word).ToString())];

    // The better fit of customer and deal; spelt right before misspelt, a customer unless the words say deal or prospect.
    private static async Task<FoundLike?> FindAsync(NeedTokens tokens, LikePhrase phrase, CustomerNames names, DealNames deals, CancellationToken ct)
    {
        var typed = Typed(tokens, phrase);
        if (typed.Count == 0 || (typed[0].Length < ShortestSmall && WordLists.IsSmall(typed[0])))
        {
            return null;
        }

        foreach (var forgiving in (bool[])[false, true])
        {
            var customer = names.Find(typed, forgiving);
            var deal = customer is { } whole && LeavesNothing(whole.Fit, typed, phrase) ? null : await deals.FindAsync(typed, forgiving, ct);
            if (customer is null && deal is null)
            {
                continue;
            }

            var isDeal = customer is null || (deal is { } better && (better.Fit.Words > customer.Value.Fit.Words || (phrase.SaysDeal && better.Fit.Words == customer.Value.Fit.Words)));
            var (id, fit) = isDeal ? deal!.Value : customer!.Value;
            var end = phrase.NameAt + fit.Words;
            return new FoundLike(phrase.Place, end + LikePhrases.Trailing(tokens, end) - phrase.Place, isDeal ? Facet.LikeDeal : Facet.Like, id);
        }

        return null;
    }

    // No deal could name more of the words: they end with the customer's name, or go on with a word that belongs to no name.
    private static bool LeavesNothing(NameFit fit, List<string> typed, LikePhrase phrase) =>
        !phrase.SaysDeal && (fit.Words == typed.Count || (fit.Words == fit.NameWords && WordLists.IsSmall(typed[fit.Words])));
}
