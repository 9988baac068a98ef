using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>How often limits are overridden.</summary>
internal static class OverrideShares
{
    /// <summary>Uses reserved between two instants (UTC, the second excluded), and those of them for which a limit was overridden then; each use once.</summary>
    internal static async Task<Share> ReadAsync(IQueryable<LedgerEntry> entries, DateTime from, DateTime to, CancellationToken ct)
    {
        var reserved = entries.Where(entry => entry.Kind == LedgerKind.Reserved && entry.At >= from && entry.At < to);
        return new Share(
            await reserved.Where(entry => entry.OverriddenRule != null).Select(entry => entry.UseId).Distinct().CountAsync(ct),
            await reserved.Select(entry => entry.UseId).Distinct().CountAsync(ct));
    }
}
