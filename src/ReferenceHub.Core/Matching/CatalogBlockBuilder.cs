using System.Collections.Immutable;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>Takes entries one by one, so that a large catalog is never held twice.</summary>
internal sealed class CatalogBlockBuilder(CatalogTerms terms)
{
    private readonly List<Guid> ids = [];
    private readonly List<string> names = [];
    private readonly List<string?> cities = [];
    private readonly Dictionary<string, string> citiesOnce = new(StringComparer.Ordinal);
    private readonly List<Guid> ownerIds = [Guid.Empty];
    private readonly Dictionary<Guid, int> ownersOnce = new() { [Guid.Empty] = 0 };
    private readonly List<int> owners = [];
    private readonly List<byte> statuses = [];
    private readonly List<int> staff = [];
    private readonly List<int> live = [];
    private readonly List<int> verified = [];
    private readonly List<ushort> content = [];
    private readonly List<int> termStarts = [0];
    private readonly List<ushort> rowTerms = [];
    private readonly Dictionary<int, string> anonymous = [];
    private readonly Dictionary<int, DateOnly> pauses = [];
    private readonly List<int> renewals = [];
    private readonly List<int> escalated = [];
    private readonly List<(PermissionScope Scope, int Row)> denied = [];
    private readonly List<int> lighthouses = [];
    private readonly List<int> contactStarts = [0];
    private readonly List<PackedContact> contacts = [];
    private readonly SkillSets.Builder skills = new();
    private readonly Dictionary<int, ImmutableArray<CatalogRelease>> releases = [];
    private readonly CatalogText.Builder text = new();
    private readonly CatalogText.Builder anonymousText = new();

    public void Add(CatalogEntry entry)
    {
        var row = ids.Count;
        ids.Add(entry.Id);
        names.Add(entry.Name);
        cities.Add(Once(entry.City));
        owners.Add(PlaceOf(entry.OwnerId ?? Guid.Empty));
        statuses.Add((byte)entry.Status);
        staff.Add(entry.Staff);
        live.Add(entry.LiveSince?.DayNumber ?? 0);
        verified.Add(entry.VerifiedOn?.DayNumber ?? 0);
        renewals.Add(entry.RenewalOn?.DayNumber ?? 0);
        content.Add((ushort)Math.Min(entry.Content, ushort.MaxValue));
        foreach (var term in entry.Terms)
        {
            rowTerms.Add((ushort)term);
        }

        termStarts.Add(rowTerms.Count);
        foreach (var contact in entry.Contacts)
        {
            contacts.Add(PackedContact.Of(contact, skills));
        }

        contactStarts.Add(contacts.Count);
        if (entry.Confidential)
        {
            anonymous[row] = entry.AnonymousName;
        }
        else if (entry.Lighthouse)
        {
            lighthouses.Add(row);
        }

        if (!entry.Releases.IsEmpty)
        {
            releases[row] = entry.Releases;
        }

        if (entry.PausedUntil is { } until)
        {
            pauses[row] = until;
        }

        if (entry.Escalated)
        {
            escalated.Add(row);
        }

        foreach (var scope in entry.Denied)
        {
            denied.Add((scope, row));
        }

        text.Add(entry.Name, entry.City);
        anonymousText.Add(entry.Confidential ? entry.AnonymousName : "");
    }

    public CatalogBlock Build()
    {
        var byId = new int[ids.Count];
        for (var row = 0; row < byId.Length; row++)
        {
            byId[row] = row;
        }

        Array.Sort(ids.ToArray(), byId);
        return new CatalogBlock
        {
            Terms = terms,
            Ids = [.. ids],
            Names = [.. names],
            Cities = [.. cities],
            OwnerIds = [.. ownerIds],
            OwnerPlaces = [.. owners],
            StatusCodes = [.. statuses],
            Staff = [.. staff],
            LiveSince = [.. live],
            VerifiedOn = [.. verified],
            Content = [.. content],
            TermStarts = [.. termStarts],
            RowTerms = [.. rowTerms],
            TermRows = RowsOfTerms(),
            Confidential = RowsOf(anonymous.Keys),
            Lighthouse = RowsOf(lighthouses),
            ContactStarts = [.. contactStarts],
            Contacts = [.. contacts],
            Skills = skills.Build(),
            Releases = releases,
            AnonymousNames = anonymous,
            PausedUntil = pauses,
            RenewalOn = [.. renewals],
            Escalated = RowsOf(escalated),
            Denied = RowsOfScopes(),
            Text = text.Build(),
            AnonymousText = anonymousText.Build(),
            Owned = RowsOfOwners(),
            ById = byId,
        };
    }

    private RowSet RowsOf(IEnumerable<int> rows)
    {
        var bits = Bits.None(ids.Count);
        foreach (var row in rows)
        {
            Bits.Set(bits, row);
        }

        return bits;
    }

    private ImmutableArray<RowSet> RowsOfTerms()
    {
        var rows = new ulong[terms.All.Length][];
        for (var row = 0; row < ids.Count; row++)
        {
            for (var place = termStarts[row]; place < termStarts[row + 1]; place++)
            {
                for (int term = rowTerms[place]; term >= 0; term = terms.All[term].Parent)
                {
                    Bits.Set(rows[term] ??= Bits.None(ids.Count), row);
                }
            }
        }

        return [.. rows.Select(words => (RowSet)words)];
    }

    private Dictionary<Guid, int[]> RowsOfOwners()
    {
        var rows = new List<int>[ownerIds.Count];
        for (var row = 0; row < owners.Count; row++)
        {
            (rows[owners[row]] ??= []).Add(row);
        }

        return Enumerable.Range(1, ownerIds.Count - 1).ToDictionary(place => ownerIds[place], place => rows[place].ToArray());
    }

    private int PlaceOf(Guid owner)
    {
        if (!ownersOnce.TryGetValue(owner, out var place))
        {
            ownersOnce[owner] = place = ownerIds.Count;
            ownerIds.Add(owner);
        }

        return place;
    }

    private Dictionary<PermissionScope, RowSet> RowsOfScopes()
    {
        var rows = new Dictionary<PermissionScope, ulong[]>();
        foreach (var (scope, row) in denied)
        {
            if (!rows.TryGetValue(scope, out var bits))
            {
                rows[scope] = bits = Bits.None(ids.Count);
            }

            Bits.Set(bits, row);
        }

        return rows.ToDictionary(scope => scope.Key, scope => (RowSet)scope.Value);
    }

    private string? Once(string? city)
    {
        if (city is null)
        {
            return null;
        }

        if (!citiesOnce.TryGetValue(city, out var kept))
        {
            citiesOnce[city] = kept = city;
        }

        return kept;
    }
}
