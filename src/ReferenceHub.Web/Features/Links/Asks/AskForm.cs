using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Features.Links.Asks;

/// <summary>What the page of an ask sends: a note with a yes, a kind and words with a no.</summary>
public sealed class AskForm
{
    /// <summary>Words that go with a yes.</summary>
    public string? Note { get; set; }

    /// <summary>The time picked with a yes; empty when it is chosen later.</summary>
    public Guid? Slot { get; set; }

    /// <summary>Why not.</summary>
    public string? Kind { get; set; }

    /// <summary>Why not, in words.</summary>
    public string? Reason { get; set; }

    /// <summary>The kind, when it is one of the list.</summary>
    public DeclineKind? DeclineKind => Enum.TryParse<DeclineKind>(Kind, out var kind) && Enum.IsDefined(kind) && char.IsLetter(Kind![0]) ? kind : null;
}

/// <summary>An ask with its page; the part for a no stands open after one that lacked something.</summary>
public sealed record AskLinkPage(LinkPage Page, LinkedAsk Ask, AskForm Form, bool ShowsNo);
