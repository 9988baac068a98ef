using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Features.Links.Asks;

/// <summary>The words of the page of an ask, by who reads it.</summary>
internal static class AskLook
{
    private static readonly DeclineKind[] OfCustomers =
        [DeclineKind.NoTime, DeclineKind.TooOften, DeclineKind.DoesNotFit, DeclineKind.Policy, DeclineKind.Competitor, DeclineKind.WrongPerson, DeclineKind.Other];

    private static readonly DeclineKind[] OfOwners =
        [DeclineKind.Relationship, DeclineKind.TooOften, DeclineKind.NoTime, DeclineKind.DoesNotFit, DeclineKind.Competitor, DeclineKind.WrongPerson, DeclineKind.Other];

    private static readonly DeclineKind[] OfLegal = [DeclineKind.Policy, DeclineKind.Competitor, DeclineKind.DoesNotFit, DeclineKind.Other];

    /// <summary>Whether a no can be said now; the customer may also take back a yes while the use lies ahead.</summary>
    public static bool MayDecline(LinkedAsk ask) =>
        ask.Standing == AskStanding.Open || (ask is { Party: Party.Customer, Standing: AskStanding.SaidYes } && ask.State.IsAhead());

    public static IReadOnlyList<DeclineKind> Kinds(Party party) => party switch
    {
        Party.Owner => OfOwners,
        Party.Legal => OfLegal,
        _ => OfCustomers,
    };

    /// <summary>What the page is called.</summary>
    public static string Title(LinkedAsk ask, OutsideWords words) => ask.Standing switch
    {
        AskStanding.SaidYes => words.With("done.yes.title", ask.Holder),
        AskStanding.SaidNo => words["done.no.title"],
        _ => ask.Party switch
        {
            Party.Owner => words.With("ask.title.owner", ask.Holder, ask.Customer),
            Party.Legal => words.With("ask.title.legal", ask.Holder),
            _ => ask.Prospect.Name is { } prospect ? words.With("ask.title.customer", ask.Holder, prospect) : words.With("ask.title.customer.nobody", ask.Holder),
        },
    };

    /// <summary>Who asks, and who agreed before.</summary>
    public static string Lead(LinkedAsk ask, OutsideWords words, string organisation) => ask.Party switch
    {
        Party.Owner => words.With("ask.lead.owner", ask.Requester, ask.Customer),
        Party.Legal => words.With("ask.lead.legal", ask.Requester, ask.Customer),
        _ => ask.Owner is { } owner && owner != ask.Requester
            ? words.With("ask.lead.customer", ask.Requester, organisation, owner)
            : words.With("ask.lead.customer.plain", ask.Requester, organisation),
    };

    /// <summary>What it is, and how long it takes.</summary>
    public static string What(LinkedAsk ask, OutsideWords words)
    {
        var name = ActivityWords.Of(ask.Activity, words);
        return ask.Activity.Minutes == 0 ? name : $"{name}, {words.With("ask.minutes", ask.Activity.Minutes)}";
    }

    /// <summary>Facts of the prospect in a line: industry, region, size.</summary>
    public static string ProspectFacts(LinkedAsk ask, OutsideWords words) => string.Join(", ", new[]
    {
        TermWords.Of(ask.Prospect.Industry, words), TermWords.Of(ask.Prospect.Region, words), ask.Prospect.Staff is { } staff ? words.With("ask.staff", staff.ToString("N0", words.Culture)) : null,
    }.Where(fact => fact is not null));

    /// <summary>The contact's own limits in words, and their wishes where those help; null when there are none.</summary>
    public static string? Limits(AskedLoad load, OutsideWords words, bool withWishes)
    {
        var said = new[]
        {
            load.UsesPerQuarter is { } uses ? words.Count("limits.uses", uses) : null, load.MinutesPerQuarter is { } minutes ? words.With("limits.minutes", minutes) : null, withWishes ? load.Wishes : null,
        }.Where(limit => limit is not null).ToList();
        return said.Count == 0 ? null : string.Join(", ", said);
    }

    /// <summary>How often they acted lately.</summary>
    public static string Load(AskedLoad load, OutsideWords words, string key) => load.Uses == 0 ? words[$"{key}.none"] : words.Count(key, load.Uses);
}
