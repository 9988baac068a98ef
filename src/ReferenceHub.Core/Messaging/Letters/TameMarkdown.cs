using System.Text;

namespace ReferenceHub.Core.Messaging;

/// <summary>
/// Takes from Markdown what nests or opens without end, before anything reads it: beyond what people write, marks become the letters they are.
/// What reads it afterwards can be sure of shallow trees and quick answers, whatever was typed.
/// </summary>
public static class TameMarkdown
{
    /// <summary>Most marks of emphasis in a paragraph.</summary>
    public const int MostEmphasis = 48;

    /// <summary>Most opening brackets in a paragraph.</summary>
    public const int MostBrackets = 200;

    /// <summary>Most brackets that stand open at a time.</summary>
    public const int MostOpen = 24;

    /// <summary>Most marks of quotes and lists at the start of a line, and most levels of four blanks.</summary>
    public const int MostNested = 12;

    private const int BlanksOfLevel = 4;

    /// <summary>Whether a text is beyond what people write.</summary>
    public static bool IsAbsurd(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(text) != text.ReplaceLineEndings("\n");
    }

    /// <summary>The text, as it was unless it is absurd.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tame = new StringBuilder(text.Length + 16);
        var (emphasis, brackets, open) = (0, 0, 0);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                (emphasis, brackets, open) = (0, 0, 0);
            }

            Line(line, tame, ref emphasis, ref brackets, ref open);
            tame.Append('\n');
        }

        tame.Length--;
        return tame.ToString();
    }

    private static void Line(string line, StringBuilder tame, ref int emphasis, ref int brackets, ref int open)
    {
        var start = Start(line, tame);
        for (var place = start; place < line.Length; place++)
        {
            var letter = line[place];
            var absurd = letter switch
            {
                '*' or '_' or '~' => ++emphasis > MostEmphasis,
                '[' => ++brackets > MostBrackets || ++open > MostOpen,
                _ => false,
            };
            if (letter == ']')
            {
                open = Math.Max(0, open - 1);
            }

            var escaped = place > 0 && line[place - 1] == '\\';
            _ = absurd && !escaped ? tame.Append('\\').Append(letter) : tame.Append(letter);
        }
    }

    // What a line begins with decides how deep it lies: quotes, lists in lists, blanks. Answers where its words start.
    private static int Start(string line, StringBuilder tame)
    {
        var (place, marks, blanks) = (0, 0, 0);
        for (; place < line.Length && marks <= MostNested; place++)
        {
            var letter = line[place];
            if (letter is ' ' or '\t')
            {
                blanks += letter == '\t' ? BlanksOfLevel : 1;
                if (blanks <= MostNested * BlanksOfLevel)
                {
                    tame.Append(letter);
                }
            }
            else if (letter == '>' || (letter is '-' or '+' or '*' && place + 1 < line.Length && line[place + 1] is ' ' or '\t'))
            {
                if (++marks > MostNested)
                {
                    break;
                }

                tame.Append(letter);
            }
            else
            {
                break;
            }
        }

        // Of those beyond the deepest level the first is a letter, and so are all after it.
        if (marks > MostNested)
        {
            tame.Append('\\');
        }

        return place;
    }
}
