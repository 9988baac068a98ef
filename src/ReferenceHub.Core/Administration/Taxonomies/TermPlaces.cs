using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>How often something names a term: "12 customers".</summary>
public sealed record TermUse(string One, string Many, int Count)
{
    /// <summary>In words.</summary>
    public string Words => $"{Count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} {(Count == 1 ? One : Many)}";
}

/// <summary>Everything that names terms.</summary>
internal sealed class TermPlaces(ReferenceHubDbContext db, HistoryLog history, TimeProvider clock)
{
    private readonly ITermPlace[] all =
    [
        new CustomerPlace(db, history), new AttributePlace(db, history), new ProductUsePlace(db, history), new ContactPlace(db), new AssetPlace(db), new DealPlace(db),
        new RequestPlace(db), new PermissionPlace(db), new NominationPlace(db), new PolicyPlace(db, clock), new TeamPlace(db), new CalendarPlace(db), .. QueryPlaces.Of(db),
    ];

    /// <summary>The places of a taxonomy.</summary>
    public IEnumerable<ITermPlace> Of(TermKind kind) => all.Where(place => place.Names(kind));

    /// <summary>How often each term of a taxonomy is named, place by place; what is never named has no line.</summary>
    public async Task<ILookup<Guid, TermUse>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct)
    {
        var uses = new List<(Guid Id, TermUse Use)>();
        foreach (var place in Of(kind))
        {
            var counts = await place.CountAsync(kind, terms, ct);
            uses.AddRange(counts.Where(count => count.Value > 0).Select(count => (count.Key, new TermUse(place.One, place.Many, count.Value))));
        }

        return uses.ToLookup(use => use.Id, use => use.Use);
    }
}
