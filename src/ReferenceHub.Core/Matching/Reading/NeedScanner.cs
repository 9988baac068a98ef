using System.Globalization;
using System.Text;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>Cuts a need into words in one walk: words, numbers, days in figures, words in quotes, and what stands between them.</summary>
internal sealed class NeedScanner(string text)
{
    private const int LongestQuote = 200;

    // Stands for days and quotes among the plain letters, so that no phrase runs over them.
    private const string NoLetters = "#";
    private readonly List<NeedToken> tokens = [];
    private readonly StringBuilder plain = new(text.Length);
    private int place;
    private Pause pause;
    private bool glued;

    public NeedTokens Scan()
    {
        while (place < text.Length)
        {
            if (char.IsAsciiDigit(text[place]))
            {
                Number();
            }
            else if (IsLetter(text[place]))
            {
                Word();
            }
            else
            {
                Mark(text[place]);
            }
        }

        return new NeedTokens(text, plain.ToString(), [.. tokens]);
    }

    private static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘';

    private char At(int index) => index < text.Length ? text[index] : '\0';

    private void Mark(char mark)
    {
        switch (mark)
        {
            case '"' or '“' when text.AsSpan(place + 1).IndexOfAny('"', '”') is > 0 and <= LongestQuote and var length:
                Add(place, place + length + 2, TokenKind.Quoted, NoLetters);
                return;
            case '>' or '≥':
                Add(place, place + (At(place + 1) == '=' ? 2 : 1), TokenKind.Word, "OVER");
                return;
            case '<' or '≤':
                Add(place, place + (At(place + 1) == '=' ? 2 : 1), TokenKind.Word, "UNDER");
                return;
            case '~' or '≈':
                Add(place, place + 1, TokenKind.Word, "ABOUT");
                return;
            case '&' or '+':
                Add(place, place + 1, TokenKind.Word, "AND");
                return;
            case '-' or '–' or '—' when IsBetweenFigures():
                Add(place, place + 1, TokenKind.Word, "TO");
                return;
            case '-' or '‐' or '‑' or '/' or '–' or '—':
                var within = place > 0 && IsLetter(text[place - 1]) && IsLetter(At(place + 1));
                glued = within;
                Pausing(within || mark == '/' ? Pause.None : Pause.Comma);
                break;
            default:
                Pausing(mark switch
                {
                    ',' or '·' or '•' or '|' => Pause.Comma,
                    ';' or '.' or '!' or '?' or '\n' or '\r' => Pause.Stop,
                    ':' => Pause.Colon,
                    '(' or ')' or '[' or ']' => Pause.Bracket,
                    _ => Pause.None,
                });
                break;
        }

        place++;
    }

    // "500–2000", "10k - 20k"
    private bool IsBetweenFigures()
    {
        var next = place + 1;
        while (At(next) == ' ')
        {
            next++;
        }

        return char.IsAsciiDigit(At(next)) && tokens.Count > 0 && tokens[^1].Kind == TokenKind.Number && string.IsNullOrWhiteSpace(text[tokens[^1].End..place]);
    }

    private void Pausing(Pause stronger) => pause = stronger > pause ? stronger : pause;

    private void Word()
    {
        var end = place;
        while (end < text.Length && (IsLetter(text[end]) || (end > place && text[end] is '.' or '&' or '\'' or '’' or '‘' && IsLetter(At(end + 1)))))
        {
            end++;
        }

        // "Germany's", and "U.S." with the point that belongs to it.
        var word = text.AsSpan(place, end - place);
        var bare = word.Length > 2 && IsApostrophe(word[^2]) && word[^1] is 's' or 'S' ? word[..^2] : word;
        var dotted = word.Length == 3 && word[1] == '.' && At(end) == '.';
        Add(place, dotted ? end + 1 : end, TokenKind.Word, PlainOf(bare));
    }

    private void Number()
    {
        if (FiguresOfDay.At(text, place) is { } day)
        {
            Add(place, place + day.Length, TokenKind.Date, NoLetters);
            tokens[^1] = tokens[^1] with { Date = (day.Year, day.Month, day.Day) };
            return;
        }

        var figure = NeedNumber.At(text, place);
        if (figure.IsWord)
        {
            Word();
            return;
        }

        // A share is no number of anything: "99.9%" stays as it is.
        if (At(figure.End) == '%')
        {
            Add(place, figure.End + 1, TokenKind.Word, PlainOf(text.AsSpan(place, figure.End - place)));
            return;
        }

        Add(place, figure.End, TokenKind.Number, PlainOf(text.AsSpan(place, figure.End - place)));
        tokens[^1] = tokens[^1] with { Number = figure.Value, Plus = figure.Plus };
    }

    private void Add(int start, int end, TokenKind kind, string word)
    {
        place = end;
        if (word.Length == 0 && kind is TokenKind.Word or TokenKind.Number)
        {
            return;
        }

        var from = plain.Length;
        plain.Append(word);
        tokens.Add(new NeedToken(start, end, from, plain.Length, kind, tokens.Count == 0 ? Pause.Stop : pause, glued));
        pause = Pause.None;
        glued = false;
    }

    private static string PlainOf(ReadOnlySpan<char> word)
    {
        if (!System.Text.Ascii.IsValid(word))
        {
            return new string([.. TextKey.Of(word.ToString()).Where(char.IsLetterOrDigit)]);
        }

        Span<char> upper = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        foreach (var letter in word)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                upper[length++] = char.ToUpperInvariant(letter);
            }
        }

        return upper[..length].ToString();
    }
}
