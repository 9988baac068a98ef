using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Consent;

/// <summary>What is used without, or beyond, a permission.</summary>
public enum GapKind
{
    /// <summary>Published content without a yes to its scope.</summary>
    Content,

    /// <summary>An open share that reaches a region or channel which the yes does not.</summary>
    Share,

    /// <summary>A use asked for, agreed or scheduled, whose permission was denied or lapsed since.</summary>
    Use,

    /// <summary>A customer listed for RFPs without a yes.</summary>
    RfpList,
}

/// <summary>One use without or beyond a permission.</summary>
/// <param name="Kind">What kind of use.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="CustomerName">Its name.</param>
/// <param name="Scope">The permission that is missing.</param>
/// <param name="What">The content, share or request, in words.</param>
/// <param name="Why">What is wrong with it.</param>
/// <param name="ToDo">What to do about it.</param>
/// <param name="Address">Where it is.</param>
public sealed record ConsentGap(GapKind Kind, Guid CustomerId, string CustomerName, PermissionScope Scope, string What, string Why, string ToDo, string Address);

/// <summary>All of them that are shown, and how many there are.</summary>
public sealed record ConsentGaps(IReadOnlyList<ConsentGap> Rows, int Total);
