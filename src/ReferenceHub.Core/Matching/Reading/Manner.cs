namespace ReferenceHub.Core.Matching;

/// <summary>How the next things are meant: not wanted until one was named, a must or preferred until the clause ends; after a colon until the sentence does.</summary>
internal sealed class Manner(NeedTokens tokens)
{
    private Cue? strength;
    private int not = -1;
    private int notLength;
    private int colonAt = -1;
    private bool wholeSentence;

    /// <summary>Whether what comes next is not wanted.</summary>
    public bool IsNot => not >= 0;

    /// <summary>Ends what a pause before a word ends.</summary>
    public void Pausing(int place)
    {
        var pause = tokens.PauseBefore(place);
        if (place != colonAt && (pause == Pause.Stop || (!wholeSentence && (pause >= Pause.Comma || tokens.Is(place, "BUT") || tokens.Is(place, "HOWEVER")))))
        {
            (strength, not, wholeSentence) = (null, -1, false);
        }
    }

    /// <summary>Takes a phrase that says how something is meant: what follows, or what stood just before it.</summary>
    public int Take(int place, List<NeedItem> items)
    {
        var length = Cues.All.Longest(tokens, place, out var cue);
        if (length == 0 || cue == Cue.Idle)
        {
            return length;
        }

        var end = place + length;
        var after = tokens.PauseBefore(end);
        if (cue == Cue.Not)
        {
            (not, notLength, wholeSentence) = (place, length, after == Pause.Colon);
        }
        else if (after != Pause.None && after != Pause.Colon && IsAbout(place, items))
        {
            Back(items, cue);
        }
        else
        {
            (strength, not, wholeSentence) = (cue, -1, after == Pause.Colon);
        }

        // The colon was looked at here, so that it ends nothing.
        colonAt = after == Pause.Colon ? end : -1;
        return length;
    }

    /// <summary>Says of something understood how it is meant.</summary>
    public void Mean(NeedItem item)
    {
        if (IsNot)
        {
            item.Mean(Cue.Not);
            item.SaidFrom = wholeSentence ? item.Place : not;
            not = wholeSentence ? not : -1;
        }
        else if (strength is { } cue)
        {
            item.Mean(cue);
        }
    }

    /// <summary>A "not" before words that nobody understood stays with them: they must not be searched as if they were wanted.</summary>
    public void LeaveAsText(List<int> rest)
    {
        if (IsNot)
        {
            rest.AddRange(Enumerable.Range(not, notLength));
            not = -1;
        }
    }

    // "Azure essential, …", "Workday (nice to have)", "German, if possible".
    private bool IsAbout(int place, List<NeedItem> items) =>
        items.Count > 0 && items[^1] is { Criterion: not null } last && Enumerable.Range(last.End, place - last.End).All(word => WordLists.IsSmall(tokens.Plain(word)) && tokens.PauseBefore(word) == Pause.None)
        && tokens.PauseBefore(place) < Pause.Colon;

    private static void Back(List<NeedItem> items, Cue cue)
    {
        for (var at = items.Count - 1; at >= 0; at--)
        {
            items[at].Mean(cue);
            if (items[at].Joint is not (Joint.And or Joint.Or))
            {
                break;
            }
        }
    }
}
