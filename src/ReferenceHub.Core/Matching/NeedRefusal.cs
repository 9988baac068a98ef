namespace ReferenceHub.Core.Matching;

/// <summary>Why a customer is closed for one need: words without secrets, and whether it may be proposed all the same.</summary>
public sealed record NeedRefusal(string Rule, bool Acts)
{
    /// <summary>Nobody said no.</summary>
    public static IReadOnlyDictionary<Guid, NeedRefusal> None { get; } = new Dictionary<Guid, NeedRefusal>();
}
