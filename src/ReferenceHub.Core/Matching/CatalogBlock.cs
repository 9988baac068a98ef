using System.Collections.Immutable;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>Catalog entries as columns: an array an attribute, a bitset a term. Never changes once built.</summary>
internal sealed class CatalogBlock
{
    private readonly KeptSets<int, RowSet> liveBy = new(most: 24);
    private readonly KeptSets<StaffRange, RowSet> staffIn = new(most: 24);
    private readonly KeptSets<StaffRange, byte[]> staffNear = new(most: 6);

    public required CatalogTerms Terms { get; init; }

    public required Guid[] Ids { get; init; }

    public required string[] Names { get; init; }

    public required string?[] Cities { get; init; }

    /// <summary>Who owns customers here; the first is nobody.</summary>
    public required Guid[] OwnerIds { get; init; }

    /// <summary>Owners by row, as places in <see cref="OwnerIds"/>.</summary>
    public required int[] OwnerPlaces { get; init; }

    /// <summary>Values of <see cref="ReferenceStatus"/>.</summary>
    public required byte[] StatusCodes { get; init; }

    public required int[] Staff { get; init; }

    /// <summary>Day numbers; 0 when unknown.</summary>
    public required int[] LiveSince { get; init; }

    /// <summary>Day numbers; 0 when never.</summary>
    public required int[] VerifiedOn { get; init; }

    public required ushort[] Content { get; init; }

    /// <summary>Where a row's terms start in <see cref="RowTerms"/>; one more than rows.</summary>
    public required int[] TermStarts { get; init; }

    public required ushort[] RowTerms { get; init; }

    /// <summary>By term: the rows that have it or a term under it; no set when none has.</summary>
    public required ImmutableArray<RowSet> TermRows { get; init; }

    public required RowSet Confidential { get; init; }

    public required RowSet Lighthouse { get; init; }

    /// <summary>Where a row's contacts start in <see cref="Contacts"/>; one more than rows.</summary>
    public required int[] ContactStarts { get; init; }

    public required PackedContact[] Contacts { get; init; }

    public required SkillSets Skills { get; init; }

    /// <summary>Releases of names, of confidential rows only.</summary>
    public required Dictionary<int, ImmutableArray<CatalogRelease>> Releases { get; init; }

    /// <summary>Anonymous names, of confidential rows only.</summary>
    public required Dictionary<int, string> AnonymousNames { get; init; }

    /// <summary>Last days of pauses, where there is one.</summary>
    public required Dictionary<int, DateOnly> PausedUntil { get; init; }

    /// <summary>Day numbers of renewals; 0 when unknown.</summary>
    public required int[] RenewalOn { get; init; }

    /// <summary>Rows with an open escalation.</summary>
    public required RowSet Escalated { get; init; }

    /// <summary>By scope: the rows that refused it.</summary>
    public required Dictionary<PermissionScope, RowSet> Denied { get; init; }

    public required CatalogText Text { get; init; }

    /// <summary>The anonymous names of confidential rows.</summary>
    public required CatalogText AnonymousText { get; init; }

    /// <summary>Rows of each owner.</summary>
    public required Dictionary<Guid, int[]> Owned { get; init; }

    /// <summary>Rows in the order of their ids.</summary>
    public required int[] ById { get; init; }

    public int Count => Ids.Length;

    /// <summary>Sets to work with.</summary>
    public RowStore<ulong> Sets => field ??= new RowStore<ulong>(Bits.Words(Count), most: 48);

    /// <summary>Numbers to work with, one a row.</summary>
    public RowStore<byte> Numbers => field ??= new RowStore<byte>(Count, most: 3);

    /// <summary>Places of names in their order; worked out when first asked for.</summary>
    public NameOrder NameOrder => field ??= new NameOrder(this);

    /// <summary>The rows that are live since a day (by its number) or before.</summary>
    public RowSet LiveBy(int latest) => liveBy.Of(latest, this, static (day, block) => block.RowsWhere(row => block.LiveSince[row] > 0 && block.LiveSince[row] <= day));

    /// <summary>The rows with staff in a range.</summary>
    public RowSet StaffIn(StaffRange range) => staffIn.Of(range, this, static (within, block) => block.RowsWhere(row => within.Has(block.Staff[row])));

    /// <summary>By row how near its staff is to a range, in hundredths.</summary>
    public byte[] StaffNear(StaffRange range) => staffNear.Of(range, this, static (within, block) => Array.ConvertAll(block.Staff, within.Nearness));

    /// <summary>The row of a customer, or -1.</summary>
    public int RowOf(Guid id)
    {
        var (low, high) = (0, ById.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (Ids[ById[middle]].CompareTo(id))
            {
                case 0: return ById[middle];
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }

        return -1;
    }

    /// <summary>Who owns a row; nobody's is empty.</summary>
    public Guid OwnerOf(int row) => OwnerIds[OwnerPlaces[row]];

    /// <summary>Reference status of a row.</summary>
    public ReferenceStatus StatusOf(int row) => (ReferenceStatus)StatusCodes[row];

    public ReadOnlySpan<ushort> TermsOf(int row) => RowTerms.AsSpan(TermStarts[row]..TermStarts[row + 1]);

    public string AnonymousName(int row) => AnonymousNames.GetValueOrDefault(row, "");

    /// <summary>The row as an entry again.</summary>
    public CatalogEntry Entry(int row) => new(Ids[row], Names[row], AnonymousName(row))
    {
        City = Cities[row],
        OwnerId = OwnerPlaces[row] == 0 ? null : OwnerOf(row),
        Confidential = Confidential.Has(row),
        Lighthouse = Lighthouse.Has(row),
        Status = StatusOf(row),
        PausedUntil = PausedUntil.TryGetValue(row, out var until) ? until : null,
        RenewalOn = Day(RenewalOn[row]),
        Escalated = Escalated.Has(row),
        Staff = Staff[row],
        LiveSince = Day(LiveSince[row]),
        VerifiedOn = Day(VerifiedOn[row]),
        Content = Content[row],
        Terms = [.. TermsOf(row).ToArray().Select(term => (int)term)],
        Denied = [.. Denied.Where(scope => scope.Value.Has(row)).Select(scope => scope.Key)],
        Contacts = [.. ContactsOf(row).ToArray().Select(contact => contact.Unpacked(Skills))],
        Releases = Releases.GetValueOrDefault(row, []),
    };

    /// <summary>What limits need to know of a row.</summary>
    public UsageSubject Subject(int row) => new(
        Ids[row],
        Confidential.Has(row) ? Tier.Confidential : Lighthouse.Has(row) ? Tier.Lighthouse : Tier.Standard,
        SegmentsOf(row),
        [.. ContactsOf(row).ToArray().Select(contact => contact.ForUsage())],
        PausedUntil.TryGetValue(row, out var until) ? until : null)
    {
        RenewalOn = Day(RenewalOn[row]),
        Escalated = Escalated.Has(row),
    };

    public ReadOnlySpan<PackedContact> ContactsOf(int row) => Contacts.AsSpan(ContactStarts[row]..ContactStarts[row + 1]);

    private RowSet RowsWhere(Func<int, bool> holds)
    {
        var rows = Bits.None(Count);
        for (var row = 0; row < Count; row++)
        {
            if (holds(row))
            {
                Bits.Set(rows, row);
            }
        }

        return rows;
    }

    private HashSet<Guid> SegmentsOf(int row)
    {
        var segments = new HashSet<Guid>();
        foreach (var narrow in TermsOf(row))
        {
            if (Terms.All[narrow].Facet is Facet.Industry or Facet.Region or Facet.Product)
            {
                for (int term = narrow; term >= 0; term = Terms.All[term].Parent)
                {
                    segments.Add(Terms.All[term].Id);
                }
            }
        }

        return segments;
    }

    private static DateOnly? Day(int number) => number == 0 ? null : DateOnly.FromDayNumber(number);
}
