namespace ReferenceHub.Core.Matching;

/// <summary>The words that nobody understood, as they were typed: what belongs together stays together.</summary>
internal static class LeftOver
{
    public static string Words(NeedTokens tokens, List<int> rest)
    {
        var runs = new List<string>();
        for (var at = 0; at < rest.Count;)
        {
            var length = 1;
            while (at + length < rest.Count && rest[at + length] == rest[at] + length && tokens[rest[at + length]].Glued)
            {
                length++;
            }

            runs.Add(tokens.Typed(rest[at], length));
            at += length;
        }

        return string.Join(' ', runs);
    }
}
