namespace ReferenceHub.Core.Matching;

/// <summary>
/// The best contact of each row of a block for one ask. What depends on skills and on zones alone is worked out when it is
/// first met, once for each of their few different values, so that a row costs a look-up a contact. Of a hidden row neither language nor hours count: both would
/// give the country away by the order.
/// </summary>
internal sealed class BlockPeople
{
    private const short Unknown = -1;
    private readonly CatalogBlock block;
    private readonly MatchQuery query;
    private readonly UsageColumn usage;
    private readonly int scope;
    private readonly AskedSkills asked;
    private readonly short[] skills;
    private readonly short[] hidden;
    private readonly short[] zones;

    public BlockPeople(CatalogBlock block, MatchQuery query, UsageColumn usage)
    {
        this.block = block;
        this.query = query;
        this.usage = usage;
        scope = query.Scope is { } needed ? ScopeSet.Of([needed]).Bits : -1;
        asked = new AskedSkills(query.Contact, block.Terms);
        skills = AsksNothing ? [] : new short[block.Skills.Count];
        hidden = AsksNothing ? [] : new short[block.Skills.Count];
        zones = query.Contact.ZoneId is null ? [] : new short[ZoneNumbers.Count];
        Array.Fill(skills, Unknown);
        Array.Fill(hidden, Unknown);
        Array.Fill(zones, Unknown);
    }

    /// <summary>Whether every contact suits alike.</summary>
    public bool AsksNothing => query.Contact.AsksNothing;

    /// <summary>What is left of a row's availability, 0 to 1: all of it when the best contact suits in everything, or when nothing is asked for.</summary>
    public double ShareOf(int row, bool isHidden)
    {
        if (AsksNothing)
        {
            return 1;
        }

        var (best, place) = (0, 0);
        foreach (ref readonly var contact in block.ContactsOf(row))
        {
            if (MayBeAsked(contact, row, place++))
            {
                best = Math.Max(best, PointsOf(contact, isHidden));
            }
        }

        return 1 - ContactFit.Share + (ContactFit.Share * best / ContactFit.Whole);
    }

    /// <summary>The place of the contact to ask among the row's contacts, or -1: among those who can be asked now by <see cref="ContactClaim"/>, of equals who comes first.</summary>
    public int Best(int row, bool isHidden, IReadOnlyList<Guid> free)
    {
        var contacts = block.ContactsOf(row);
        var (best, bestClaim) = (-1, default(ContactClaim));
        for (var place = 0; place < contacts.Length; place++)
        {
            if (!MayBeAsked(contacts[place], row, place))
            {
                continue;
            }

            var points = AsksNothing ? ContactFit.Whole : PointsOf(contacts[place], isHidden);
            var claim = ContactClaim.Of(contacts[place].Id, mayBeAsked: true, isFree: true, points, free);
            if (best < 0 || claim.GoesBefore(bestClaim))
            {
                (best, bestClaim) = (place, claim);
            }
        }

        return best;
    }

    private bool MayBeAsked(in PackedContact contact, int row, int place) =>
        contact.MayBeAsked(scope, query.Today.DayNumber) && usage.IsFree(row, place);

    private int PointsOf(in PackedContact contact, bool isHidden) =>
        isHidden ? HiddenOf(contact.Skills) : zones.Length == 0 ? SkillsOf(contact.Skills) : SkillsOf(contact.Skills) + HoursOf(contact.Zone);

    private int SkillsOf(int set) => skills[set] != Unknown ? skills[set] : skills[set] = (short)ContactFit.SkillPoints(block.Skills.Terms(set), query.Contact, asked);

    private int HiddenOf(int set) => hidden[set] != Unknown ? hidden[set] : hidden[set] = (short)ContactFit.HiddenPoints(block.Skills.Terms(set), query.Contact, asked);

    private int HoursOf(ushort zone)
    {
        if (zone < zones.Length && zones[zone] != Unknown)
        {
            return zones[zone];
        }

        var points = ContactFit.HoursPoints(ZoneNumbers.NameOf(zone), query.Contact, query.Today);
        // A zone that became known after this search began is worked out each time.
        if (zone < zones.Length)
        {
            zones[zone] = (short)points;
        }

        return points;
    }
}
