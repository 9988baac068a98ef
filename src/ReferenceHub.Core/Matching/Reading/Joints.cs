namespace ReferenceHub.Core.Matching;

/// <summary>What joins a thing to the one before it: "and", "or", a comma, with none but small words between.</summary>
internal static class Joints
{
    private static readonly PhraseTable<bool> Or = PhraseTable.Of("or, nor, oder, ou, o, of");
    private static readonly PhraseTable<bool> And = PhraseTable.Of("and, und, et, y, e, en, as well as, plus");

    /// <summary>Whether a word joins two things, with no pause before it.</summary>
    public static bool IsJoint(NeedTokens tokens, int place) => tokens.PauseBefore(place) == Pause.None && (tokens.IsAny(place, Or) || tokens.IsAny(place, And));

    public static Joint Before(NeedTokens tokens, int place, List<NeedItem> items)
    {
        if (items.Count == 0)
        {
            return Joint.None;
        }

        var joint = Joint.None;
        for (var word = items[^1].End; word <= place; word++)
        {
            var pause = tokens.PauseBefore(word);
            if (pause > Pause.Comma)
            {
                return Joint.None;
            }

            joint = pause == Pause.Comma && joint == Joint.None ? Joint.Comma : joint;
            if (word < place)
            {
                if (tokens.IsAny(word, Or))
                {
                    joint = Joint.Or;
                }
                else if (tokens.IsAny(word, And))
                {
                    joint = Joint.And;
                }
                else if (!WordLists.IsSmall(tokens.Plain(word)))
                {
                    return Joint.None;
                }
            }
        }

        return joint == Joint.None && tokens[place].Glued ? Joint.Or : joint;
    }
}
