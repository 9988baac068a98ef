using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// The best contact of each row of a block for one ask. What depends on skills and on zones alone is worked out once for each of
/// their few different values, so that a row costs a look-up a contact. Of a hidden row neither language nor hours count: both would
/// give the country away by the order.
/// </summary>
internal sealed class BlockPeople
{
    private const double Untold = 0.5;
    private readonly CatalogBlock block;
    private readonly MatchQuery query;
    private readonly UsageColumn usage;
    private readonly double whole;
    private readonly int scope;
    private readonly float[] skills;
    private readonly float[] hidden;
    private readonly float[] zones;

    public BlockPeople(CatalogBlock block, MatchQuery query, UsageColumn usage)
    {
        this.block = block;
        this.query = query;
        this.usage = usage;
        whole = ContactFit.WholeOf(query.Contact);
        scope = query.Scope is { } asked ? ScopeSet.Of([asked]).Bits : -1;
        skills = whole == 0 ? [] : new float[block.Skills.Count];
        hidden = whole == 0 ? [] : new float[block.Skills.Count];
        var untold = Untold * ((query.Contact.Languages.IsEmpty ? 0 : ContactFit.Language) + (query.Contact.ZoneId is null ? 0 : ContactFit.Hours));
        for (var set = 0; set < skills.Length; set++)
        {
            var terms = block.Skills.Terms(set);
            var topic = ContactFit.Topic * ContactFit.TopicOf(terms, query.Contact, block.Terms);
            skills[set] = (float)((topic + (ContactFit.Language * ContactFit.LanguageOf(terms, query.Contact))) / whole);
            hidden[set] = (float)((topic + untold) / whole);
        }

        zones = query.Contact.ZoneId is null ? [] : new float[ZoneNumbers.Count];
        Array.Fill(zones, float.NaN);
    }

    /// <summary>What is left of a row's availability: all of it when the best contact suits in everything, or when nothing is asked for.</summary>
    public double ShareOf(int row, bool isHidden)
    {
        if (whole == 0)
        {
            return 1;
        }

        var (best, place) = (0f, 0);
        foreach (ref readonly var contact in block.ContactsOf(row))
        {
            if (MayBeAsked(contact, row, place++))
            {
                best = Math.Max(best, FitOf(contact, isHidden));
            }
        }

        return 1 - ContactFit.Share + (ContactFit.Share * best);
    }

    /// <summary>The place of the contact to ask among the row's contacts, or -1: who suits best, of equals the one who rested longest (as the free ones come), else who comes first.</summary>
    public int Best(int row, bool isHidden, IReadOnlyList<Guid> free)
    {
        var contacts = block.ContactsOf(row);
        var (best, bestFit, bestTurn) = (-1, -1f, 0);
        for (var place = 0; place < contacts.Length; place++)
        {
            if (!MayBeAsked(contacts[place], row, place))
            {
                continue;
            }

            var fit = whole == 0 ? 1 : FitOf(contacts[place], isHidden);
            var turn = TurnOf(contacts[place].Id, free);
            if (fit > bestFit || (fit == bestFit && turn < bestTurn))
            {
                (best, bestFit, bestTurn) = (place, fit, turn);
            }
        }

        return best;
    }

    private static int TurnOf(Guid contactId, IReadOnlyList<Guid> free)
    {
        for (var turn = 0; turn < free.Count; turn++)
        {
            if (free[turn] == contactId)
            {
                return turn;
            }
        }

        return free.Count;
    }

    private bool MayBeAsked(in PackedContact contact, int row, int place) =>
        contact.MayBeAsked(scope, query.Today.DayNumber) && usage.IsFree(row, place);

    private float FitOf(in PackedContact contact, bool isHidden) =>
        isHidden ? hidden[contact.Skills] : zones.Length == 0 ? skills[contact.Skills] : skills[contact.Skills] + ZoneOf(contact.Zone);

    private float ZoneOf(ushort zone)
    {
        // A zone met for the first time after this search began is worked out each time.
        if (zone < zones.Length && !float.IsNaN(zones[zone]))
        {
            return zones[zone];
        }

        var part = (float)(ContactFit.Hours * ContactFit.HoursOf(ZoneNumbers.NameOf(zone), query.Contact, query.Today) / whole);
        if (zone < zones.Length)
        {
            zones[zone] = part;
        }

        return part;
    }
}
