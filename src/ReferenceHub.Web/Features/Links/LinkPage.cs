using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Web.Features.Links;

/// <summary>What every page behind a link stands on: its token, its words, and the language somebody chose on it.</summary>
/// <param name="Token">The token of the address.</param>
/// <param name="Words">Words in the reader's language.</param>
/// <param name="Organisation">Name of the organisation.</param>
public record LinkPage(string Token, OutsideWords Words, string Organisation)
{
    /// <summary>The language chosen on the page; null when nobody chose.</summary>
    public string? Chosen { get; init; }

    /// <summary>Which of the pages of a contact this is; null on others.</summary>
    public string? Room { get; init; }

    /// <summary>What is wrong with what was typed, in words.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>An address of the same link, in the same language.</summary>
    public string Address(string below) => $"/l/{Token}/{below}{(Chosen is null ? "" : $"?{LinkReader.Choice}={Chosen}")}";
}

/// <summary>A link that does nothing any more: what that means, and what to do.</summary>
/// <param name="Token">The token of the address.</param>
/// <param name="Words">Words in the reader's language.</param>
/// <param name="Organisation">Name of the organisation.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Text.</param>
public sealed record EndedLinkPage(string Token, OutsideWords Words, string Organisation, string Title, string Text) : LinkPage(Token, Words, Organisation);
