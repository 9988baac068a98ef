namespace ReferenceHub.Core.Matching;

/// <summary>One reading, from the first word to the last.</summary>
internal sealed class NeedRun(NeedTokens tokens, NeedContext context, Vocabulary vocabulary)
{
    private const int FewWords = 3;
    private const int ShortestName = 4;
    private readonly List<NeedItem> items = [];
    private readonly List<int> rest = [];
    private readonly Manner manner = new(tokens);
    private int place;

    public void Walk()
    {
        while (place < tokens.Count)
        {
            manner.Pausing(place);
            place += Take();
        }
    }

    /// <summary>What was read, once the walk is over.</summary>
    public NeedRead Result()
    {
        Settling.Settle(items, tokens);
        var left = items.Count == 0 && rest.Count == 0 ? NameOfSmallWords() : LeftOver.Words(tokens, rest);
        var activity = items.Find(item => item.ActivityKey is not null)?.ActivityKey;
        var criteria = Criteria.Of(items.Select(item => item.Criterion).OfType<Criterion>(), left);
        return new NeedRead(criteria, activity, [.. items.Select(item => new NeedPart(tokens.Typed(item.SaidFrom, item.End - item.SaidFrom), item.Criterion, item.ActivityKey))])
        {
            Replaced = Corrections.Of(tokens, items),
        };
    }

    // How many words were taken, at least one.
    private int Take()
    {
        if (tokens[place].Kind == TokenKind.Quoted)
        {
            rest.Add(place);
            return 1;
        }

        return TakeLike() is > 0 and var like ? like
            : TakeTimes() is > 0 and var times ? times
            : Former.At(tokens, place, vocabulary) is > 0 and var former ? LeaveAsText(former)
            : Comparisons.At(tokens, place) is > 0 and var comparison ? LeaveAsText(comparison)
            : manner.Take(place, items) is > 0 and var cue ? cue
            : TakeNamed() is > 0 and var named ? named
            : SizeWords.At(tokens, place, vocabulary) is { } size ? Understand(size.Length, new Criterion(Facet.Size, size.Key, Facet.Size.MustByDefault()), isVague: true)
            : TakeRest();
    }

    private int TakeLike()
    {
        foreach (var like in context.Likes)
        {
            if (like.Place != place)
            {
                continue;
            }

            // "not Alpenbank" and "not like Alpenbank" leave that one out; of a deal there is nobody to leave out.
            var key = like.Id.ToString("D");
            if (!like.Not && !manner.IsNot)
            {
                return Understand(like.Length, new Criterion(like.Facet, key, like.Facet.MustByDefault()));
            }

            if (like.Facet == Facet.Like)
            {
                return Understand(like.Length, Criterion.Without(Facet.Like, key));
            }
        }

        return 0;
    }

    private int TakeTimes()
    {
        if (context.Today is { } today)
        {
            if (LiveTimes.At(tokens, place, today) is { } since)
            {
                return Understand(since.Length, since.Item);
            }

            if (!manner.IsNot && DayPhrases.At(tokens, place, today) is { } free)
            {
                return Understand(free.Length, new Criterion(Facet.FreeBy, free.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Facet.FreeBy.MustByDefault()));
            }
        }

        return Figures.At(tokens, place) is { } figure ? Understand(figure.Length, figure.Item) : 0;
    }

    // A term or an activity type, whichever takes more words.
    private int TakeNamed()
    {
        var activity = manner.IsNot ? null : ActivityWords.At(tokens, place, context);
        var longest = vocabulary.MayBegin(tokens, place) ? Math.Min(vocabulary.Longest + 1, tokens.Count - place) : 0;
        for (var length = longest; length > (activity?.Length ?? 0); length--)
        {
            if (vocabulary.Named(tokens, place, length) is { } named)
            {
                (length, named) = Longer(length) ?? (length, named);
                return Understand(length, CriterionOf(Meaning.Of(named, tokens, place, length, vocabulary, items)));
            }
        }

        return activity is { } found ? Understand(found.Length, null, found.Key) : 0;
    }

    // "fraud detecton" is Fraud detection, not Fraud and a word: a longer name whose next word is unknown as it is spelt.
    private (int Length, List<CatalogTerm> Named)? Longer(int length)
    {
        var next = place + length;
        return next < tokens.Count && tokens[next].Kind == TokenKind.Word && !vocabulary.Knows(tokens.Plain(next)) && !WordLists.IsCommon(tokens.Plain(next)) && Misspelt(length + 1) is { } almost
            ? (length + 1, almost)
            : null;
    }

    private int TakeRest()
    {
        if (Figures.Ago(tokens, place) is > 0 and var past)
        {
            return LeaveAsText(past);
        }

        if (ActivityWords.NotOffered(tokens, place, context) is > 1 and var closed)
        {
            return LeaveAsText(closed);
        }

        if (WordLists.IsSmall(tokens.Plain(place)))
        {
            return 1;
        }

        for (var length = Math.Min(FewWords, tokens.Count - place); length > 0; length--)
        {
            if (Misspelt(length) is { } almost)
            {
                return Understand(length, CriterionOf(Meaning.Of(almost, tokens, place, length, vocabulary, items)));
            }
        }

        return LeaveAsText(1);
    }

    private int LeaveAsText(int length)
    {
        manner.LeaveAsText(rest);
        rest.AddRange(Enumerable.Range(place, length));
        return length;
    }

    private List<CatalogTerm>? Misspelt(int length)
    {
        if (tokens.PauseWithin(place, length) != Pause.None || (length == 1 && WordLists.IsCommon(tokens.Plain(place))))
        {
            return null;
        }

        var near = vocabulary.Misspelt(tokens, place, length);
        return near is not null && Enumerable.Range(place, length).Any(word => context.IsInName(tokens.Plain(word).ToString())) ? null : near;
    }

    private static Criterion CriterionOf(CatalogTerm term) => new(term.Facet, term.Key, term.Facet.MustByDefault());

    private int Understand(int length, Criterion? criterion, string? activity = null, bool isVague = false)
    {
        var item = new NeedItem(place, length, criterion, activity) { Joint = Joints.Before(tokens, place, items), IsVague = isVague };
        manner.Mean(item);
        items.Add(item);
        return length;
    }

    // Nothing but small words may be a name all the same: "Next".
    private string NameOfSmallWords() =>
        tokens.Count is > 0 and <= FewWords && Enumerable.Range(0, tokens.Count).Any(word => tokens.Plain(word).Length >= ShortestName && context.IsInName(tokens.Plain(word).ToString())) ? tokens.Typed(0, tokens.Count) : "";
}
