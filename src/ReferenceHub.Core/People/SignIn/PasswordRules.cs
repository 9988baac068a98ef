namespace ReferenceHub.Core.People;

/// <summary>What a password must be: long and not easy to guess. No rules on kinds of characters; anything may be pasted.</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters.</summary>
    public const int Longest = 128;

    private const int FewestOwnLetters = 5;
    private const int WordsOfAPhrase = 3;
    private const int ShortestRun = 4;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba", "qwertyuiop", "qwertzuiop", "poiuytrewq", "azertyuiop",
        "asdfghjkl", "lkjhgfdsa", "zxcvbnm", "yxcvbnm", "mnbvcxz", "1q2w3e4r5t6z7u8i9o0p", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgb", "1qaz2wsx3edc4rfv5tgb",
        "qweasdzxc", "q1w2e3r4t5y6",
    ];

    private static readonly string[] Words = [.. CommonWords.All.OrderByDescending(word => word.Length)];

    /// <summary>Why a password is refused, or null when it will do.</summary>
    public static string? Refusal(string password, string email, string name, string? organisation)
    {
        if (password.Length < Shortest)
        {
            return $"Use at least {Shortest} characters; 15 or more are better. A few words in a row are easy to remember.";
        }

        if (password.Length > Longest)
        {
            return $"Use at most {Longest} characters.";
        }

        var plain = password.ToLowerInvariant();
        if (IsRepeating(plain))
        {
            return "This password repeats itself and is easy to guess.";
        }

        var own = Context(email, name, organisation);
        var without = Without(plain, own, out var ownWords);
        if (ownWords > 0 && IsThin(without))
        {
            return "This password is built on your name, address or organisation. Others would try that first.";
        }

        return IsThin(plain) || IsThin(Unleet(plain)) ? "This password is one of those tried first: common words, rows of keys or years." : null;
    }

    private static bool IsThin(string text)
    {
        foreach (var row in Rows)
        {
            text = WithoutRuns(text, row);
        }

        var rest = Without(text, Words, out var words);
        return words <= WordsOfAPhrase && rest.Count(char.IsLetter) + (rest.Count(char.IsDigit) - 4) / 3 < FewestOwnLetters;
    }

    private static bool IsRepeating(string text)
    {
        if (text.Distinct().Count() < FewestOwnLetters)
        {
            return true;
        }

        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Where((letter, at) => letter != text[at % length]).Any())
            {
                continue;
            }

            return true;
        }

        return false;
    }

    private static string Without(string text, IEnumerable<string> words, out int found)
    {
        found = 0;
        foreach (var word in words)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, StringComparison.Ordinal))
            {
                found++;
                text = text[..at] + ' ' + text[(at + word.Length)..];
            }
        }

        return text;
    }

    private static string WithoutRuns(string text, string row)
    {
        for (var length = Math.Min(row.Length, text.Length); length >= ShortestRun; length--)
        {
            for (var start = 0; start + length <= row.Length; start++)
            {
                text = text.Replace(row.Substring(start, length), " ", StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static string Unleet(string text) => text
        .Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Replace('7', 't')
        .Replace('@', 'a').Replace('$', 's').Replace('!', 'i');

    private static IEnumerable<string> Context(string email, string name, string? organisation) =>
        $"{email} {name} {organisation} referencehub reference"
            .ToLowerInvariant()
            .Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 2)
            .OrderByDescending(word => word.Length);
}
