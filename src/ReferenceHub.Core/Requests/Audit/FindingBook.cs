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

    /// <summary>Writes what was found at an instant (UTC); of those who were busy nothing is said to be gone.</summary>
    internal async Task WriteAsync(IReadOnlyCollection<Difference> found, IReadOnlySet<Guid> busy, DateTime now, CancellationToken ct)
    {
        var open = await db.LedgerFindings.Where(finding => finding.GoneAt == null).ToListAsync(ct);
        var there = found.ToHashSet();
        foreach (var finding in open.Where(finding => !there.Contains(finding.AsDifference()) && !busy.Contains(finding.CustomerId)))
        {
            finding.Gone(now);
        }

        var known = open.Select(finding => finding.AsDifference()).ToHashSet();
        var fresh = there.Where(difference => !known.Contains(difference)).Take(MostKept).ToList();
        db.LedgerFindings.AddRange(fresh.Select(difference => new LedgerFinding(ids.Next(), difference.CustomerId, difference.UseId, difference.Kind, difference.Words, now)));
        if (fresh.Count > 0)
        {
            await TellAsync(fresh, ct);
        }
    }

    private async Task TellAsync(List<Difference> fresh, CancellationToken ct)
    {
        var those = Rights.BearersOf(Right.RunProgram);
        var people = await db.Users.WhoCanSignIn().Where(user => (user.Roles & those) != 0).Select(user => user.Id).ToListAsync(ct);
        var customers = fresh.Take(MostNamed).Select(difference => difference.CustomerId).Distinct().ToList();
        var names = await db.Customers.Where(customer => EF.Parameter(customers).Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, customer => customer.Name, ct);
        var text = new StringBuilder();
        foreach (var difference in fresh.Take(MostNamed))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {names.GetValueOrDefault(difference.CustomerId)}: {difference.Words}\n");
        }

        if (fresh.Count > MostNamed)
        {
            text.Append(CultureInfo.InvariantCulture, $"- and {fresh.Count - MostNamed} more\n");
        }

        var title = fresh.Count == 1 ? "A ledger differs from what it stands for" : $"{fresh.Count.ToString(CultureInfo.InvariantCulture)} differences between ledgers and what they stand for";
        await notices.TellAsync(people, MessageKinds.LedgerDiffers, title, text.ToString(), "/usage/comparison", null, ct);
    }
}
