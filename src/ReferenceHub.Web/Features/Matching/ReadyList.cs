using ReferenceHub.Core.Matching;

namespace ReferenceHub.Web.Features.Matching;

/// <summary>Ready content as a list, with what choosing a piece closes.</summary>
public sealed record ReadyList(IReadOnlyList<ReadyAsset> Content)
{
    /// <summary>The request form whose ask a piece closes; null elsewhere.</summary>
    public string? FormId { get; init; }

    /// <summary>The number of the request that a piece closes; null elsewhere.</summary>
    public int? Request { get; init; }

    /// <summary>What that request is for, in words; null without a deal.</summary>
    public string? Opportunity { get; init; }

    /// <summary>Where that leads back to.</summary>
    public string? Back { get; init; }

    /// <summary>The page stays open beside the content: something is being written.</summary>
    public bool Stays => FormId is not null;
}
