using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>Most that gifts to one person may be worth in 365 days; 0 for no gifts at all.</summary>
public sealed record GiftLimit(decimal Most, string Currency)
{
    /// <summary>What is wrong with it, in a sentence; null when nothing is.</summary>
    public string? WhyNot => Most >= PolicyEdition.MostAmount ? "No gift is worth as much." : Currencies.WhyNot(Most, Currency);

    /// <summary>"EUR 50.00".</summary>
    public override string ToString() => Currencies.Words(Most, Currency);
}

/// <summary>What gifts are limited to, and in which currency prices are noted: that of the limit, which only setting it anew changes; without one the program's.</summary>
/// <param name="Limit">The limit; null for none.</param>
/// <param name="Program">The program's currency.</param>
/// <param name="Version">Version of the policy set it was read from.</param>
public sealed record GiftMoney(GiftLimit? Limit, string Program, int Version)
{
    /// <summary>The currency that prices are noted in.</summary>
    public string Currency => Limit?.Currency ?? Program;

    /// <summary>Currencies that a limit can be set in.</summary>
    public IReadOnlyList<string> Choices => Currency == Program ? [Program] : [Currency, Program];

    internal static async Task<GiftMoney> ReadAsync(ReferenceHubDbContext db, CancellationToken ct)
    {
        var set = await db.PolicySets.AsNoTracking().SingleAsync(ct);
        return new GiftMoney(set.GiftLimit, await db.ProgramCurrencyAsync(ct), set.Version);
    }
}
