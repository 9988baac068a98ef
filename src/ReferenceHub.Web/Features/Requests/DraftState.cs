namespace ReferenceHub.Web.Features.Requests;

/// <summary>What is told of the draft behind a form.</summary>
/// <param name="Number">The draft; null while nothing is kept.</param>
/// <param name="Version">Version that the form was made from, or was kept as.</param>
public sealed record DraftState(int? Number, int? Version)
{
    /// <summary>When it was kept just now (UTC).</summary>
    public DateTime? KeptAt { get; init; }

    /// <summary>Version that was kept elsewhere meanwhile; null when this form has the newest.</summary>
    public int? Elsewhere { get; init; }

    /// <summary>Why it was not kept.</summary>
    public string? Refusal { get; init; }
}
