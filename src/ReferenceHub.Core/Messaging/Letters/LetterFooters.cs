namespace ReferenceHub.Core.Messaging;

/// <summary>What stands under each mail: who sends it, and how to get fewer.</summary>
internal static class LetterFooters
{
    public static string Of(string language, string organisation, bool mayStop)
    {
        var from = Places.Escape(organisation);
        var line = MailLanguages.Of(language) switch
        {
            "de" => $"Diese Nachricht kommt vom Referenzprogramm von {from}.",
            "fr" => $"Ce message vous est envoyé par le programme de références de {from}.",
            "es" => $"Este mensaje procede del programa de referencias de {from}.",
            _ => $"This message comes from the customer reference program of {from}.",
        };
        return mayStop ? $"{line}\n\n[No more mails of this kind]({OutboxMessage.StopPlace})" : line;
    }
}
