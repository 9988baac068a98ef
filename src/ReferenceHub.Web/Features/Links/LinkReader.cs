using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Web.Features.Links;

/// <summary>In which language a page behind a link is read: the one chosen on the page, else the first of the reader's that we write, else the browser's.</summary>
internal static class LinkReader
{
    /// <summary>Name of the choice in addresses.</summary>
    public const string Choice = "lang";

    public static OutsideWords Words(HttpContext http, IReadOnlyList<string>? own = null)
    {
        string? chosen = http.Request.Query[Choice];
        if (chosen is not null && MailLanguages.All.Contains(chosen, StringComparer.Ordinal))
        {
            return OutsideWords.In(chosen);
        }

        var wished = own is { Count: > 0 } ? own : Accepted(http);
        return OutsideWords.In(MailLanguages.FirstOf(wished));
    }

    private static List<string> Accepted(HttpContext http) =>
    [
        .. http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => wish.Value.ToString().Split('-')[0].ToLowerInvariant()),
    ];
}
