using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Keeps what comparisons found: what is new is told once, what is gone stays with its day. Part of the transaction at hand.</summary>
public sealed class FindingBook(ReferenceHubDbContext db, Notices notices, IIds ids)
{
    /// <summary>New findings that one comparison keeps; what is beyond is only counted.</summary>
    public const int MostKept = 1000;

    private const int MostNamed = 12;

    /// <summary>
    /// Writes what was found of some customers at an instant (UTC): what is new, what is there in other words, what is gone. Answers the keys of the new ones, at
    /// most as many as there is room for.
    /// </summary>
    internal async Task<IReadOnlyList<Guid>> WriteAsync(IReadOnlyCollection<Guid> customers, IEnumerable<Difference> found, int room, DateTime now, CancellationToken ct)
    {
        var open = await db.LedgerFindings.Where(finding => finding.GoneAt == null && EF.Parameter(customers).Contains(finding.CustomerId)).ToListAsync(ct);
        var there = found.ToDictionary(difference => difference.Key);
        foreach (var finding in open)
        {
            if (there.Remove(finding.Key, out var again))
            {
                finding.Says(again.Words);
            }
            else
            {
                finding.Gone(now);
            }
        }

        var fresh = there.Values.Take(room).Select(difference => new LedgerFinding(ids.Next(), difference.CustomerId, difference.UseId, difference.Kind, difference.Words, now)).ToList();
        db.LedgerFindings.AddRange(fresh);
        return [.. fresh.Select(finding => finding.Id)];
    }

    /// <summary>Of who was not compared, since nothing is left to compare, nothing stands any more.</summary>
    internal async Task CloseOthersAsync(IReadOnlySet<Guid> compared, DateTime now, CancellationToken ct)
    {
        foreach (var finding in (await db.LedgerFindings.Where(finding => finding.GoneAt == null).ToListAsync(ct)).Where(finding => !compared.Contains(finding.CustomerId)))
        {
            finding.Gone(now);
        }
    }

    /// <summary>Tells once what is new: what this comparison found, and what one that did not come to its end had found since the last that did (UTC).</summary>
    internal async Task TellAsync(IReadOnlyCollection<Guid> fresh, DateTime? since, CancellationToken ct)
    {
        var untold = db.LedgerFindings.AsNoTracking().Where(finding => finding.GoneAt == null && (since == null || finding.FoundAt > since || EF.Parameter(fresh).Contains(finding.Id)));
        var count = await untold.CountAsync(ct);
        if (count > 0)
        {
            await TellAsync(count, await untold.OrderBy(finding => finding.FoundAt).ThenBy(finding => finding.Id).Take(MostNamed).ToListAsync(ct), ct);
        }
    }

    private async Task TellAsync(int count, List<LedgerFinding> named, CancellationToken ct)
    {
        var those = Rights.BearersOf(Right.RunProgram);
        var people = await db.Users.WhoCanSignIn().Where(user => (user.Roles & those) != 0).Select(user => user.Id).ToListAsync(ct);
        var customers = named.Select(finding => finding.CustomerId).Distinct().ToList();
        var names = await db.Customers.Where(customer => EF.Parameter(customers).Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, customer => customer.Name, ct);
        var text = new StringBuilder();
        foreach (var finding in named)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {names.GetValueOrDefault(finding.CustomerId)}: {finding.Words}\n");
        }

        if (count > named.Count)
        {
            text.Append(CultureInfo.InvariantCulture, $"- and {count - named.Count} more\n");
        }

        var title = count == 1 ? "A ledger differs from what it stands for" : $"{count.ToString(CultureInfo.InvariantCulture)} differences between ledgers and what they stand for";
        await notices.TellAsync(people, MessageKinds.LedgerDiffers, title, text.ToString(), "/usage/comparison", null, ct);
    }
}
