using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Administration;

/// <summary>What an edited text must keep to, said beside the field where it does not.</summary>
internal static class MessageTextCheck
{
    public static Outcome Of(MessageKind kind, MessageText text)
    {
        foreach (var (field, words) in new[] { (nameof(MessageText.Subject), text.Subject), (nameof(MessageText.Body), text.Body) })
        {
            if (Places.In(words).FirstOrDefault(place => !kind.Places.Contains(place, StringComparer.Ordinal)) is { } unknown)
            {
                return Outcome.Refuse($"There is no place {{{{{unknown}}}}} in this message. Choose from the list, or take it out.", field);
            }

            if (Places.Unclosed(words) is { } open)
            {
                return Outcome.Refuse($"“{open}” is no place: write a name of the list between two braces on each side.", field);
            }
        }

        return Links(kind, text);
    }

    private static Outcome Links(MessageKind kind, MessageText text)
    {
        if (Places.In(text.Subject).Any(place => place is "link" or "address" or "items" or "expect"))
        {
            return Outcome.Refuse("A subject has no room for links and lists.", nameof(MessageText.Subject));
        }

        if (Places.In(ShippedTexts.Of(kind, MailLanguages.Fallback).Body).Contains("link") && !Places.In(text.Body).Contains("link"))
        {
            return Outcome.Refuse("Without {{link}} nobody can answer. Put it in, for example as [Answer]({{link}}).", nameof(MessageText.Body));
        }

        try
        {
            var forbidden = LetterMarkdown.ForbiddenLinks(Places.FillMarkdown(text.Body, MessageSamples.Of(kind)));
            return forbidden.Count == 0 ? Outcome.Done : Outcome.Refuse($"Links lead to the web or to a mailbox: “{forbidden[0]}” does not.", nameof(MessageText.Body));
        }
        catch (ArgumentException)
        {
            return Outcome.Refuse("This text is nested too deeply to be read.", nameof(MessageText.Body));
        }
    }
}
