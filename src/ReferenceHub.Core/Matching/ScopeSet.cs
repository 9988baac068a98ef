using System.Collections.Concurrent;
using System.Collections.Frozen;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>A set of scopes in one word; equal sets share their unpacked form.</summary>
public readonly record struct ScopeSet(ushort Bits)
{
    private static readonly ConcurrentDictionary<ushort, FrozenSet<PermissionScope>> Unpacked = new();

    /// <summary>The scopes.</summary>
    public FrozenSet<PermissionScope> Scopes => Unpacked.GetOrAdd(
        Bits,
        bits => Enum.GetValues<PermissionScope>().Where(scope => (bits & (1 << (int)scope)) != 0).ToFrozenSet());

    /// <summary>A set of these scopes.</summary>
    public static ScopeSet Of(IEnumerable<PermissionScope> scopes) => new((ushort)scopes.Aggregate(0, (bits, scope) => bits | (1 << (int)scope)));
}
