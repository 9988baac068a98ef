using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>Words that say what a reference is needed for.</summary>
internal static class ActivityWords
{
    private static readonly PhraseTable<string> Usual = new(
    [
        .. Of(ActivityKeys.SalesCall, "call, calls, phone call, sales call, sales calls, reference call, reference calls, video call, prospect call, customer call, teams call, zoom, zoom call, phone, telephone, anruf, telefonat, referenzgespräch, appel, appel téléphonique, llamada, chiamata, telefonata, gesprek"),
        .. Of(ActivityKeys.Rfp, "rfp, rfps, rfi, rfq, rfp listing, rfp response, rfp reference, tender, tenders, proposal, proposals, bid, bids, request for proposal, request for proposals, request for information, ausschreibung, ausschreibungen, appel d'offres, licitación, gara d'appalto"),
        .. Of(ActivityKeys.Quote, "quote, quotes, quotation, quotations, written quote, testimonial, testimonials, zitat, citation"),
        .. Of(ActivityKeys.Logo, "logo, logos, logo use, logo wall"),
        .. Of(ActivityKeys.Analyst, "analyst, analysts, analyst call, analyst calls, analyst briefing, analyst inquiry, analyst interview, analyst talk, analyst report, gartner, forrester, idc, analysten, analyste"),
        .. Of(ActivityKeys.Press, "press, press talk, press call, press interview, press release, press quote, journalist, journalists, newspaper interview, presse, prensa, stampa"),
        .. Of(ActivityKeys.Event, "event, events, conference, conferences, summit, webinar, webinars, keynote, panel, panel discussion, on stage, stage, trade fair, trade show, user group, roadshow, speaking slot, conference talk, public speaker, veranstaltung, konferenz, messe, bühne, vortrag, conférence, salon, evento, conferencia"),
        .. Of(ActivityKeys.SiteVisit, "site visit, site visits, site tour, visit, visits, on site visit, onsite visit, visit on site, plant tour, besuch, vor ort besuch, besichtigung, visite, visita"),
        .. Of(ActivityKeys.Story, "case study, case studies, success story, success stories, written story, story, stories, fallstudie, erfolgsgeschichte, étude de cas"),
        .. Of(ActivityKeys.Video, "video, videos, video testimonial, video story, film"),
    ]);

    /// <summary>The activity type that words at a place name, if it may be asked for; its own name counts as well.</summary>
    public static (int Length, string Key)? At(NeedTokens tokens, int place, NeedContext context)
    {
        var length = Usual.Longest(tokens, place, out var key);
        var found = length > 0 && IsOffered(context, key!) ? (length, key!) : default;
        foreach (var (words, own) in context.OwnNames)
        {
            if (words.Count > found.length && place + words.Count <= tokens.Count && tokens.PauseWithin(place, words.Count) == Pause.None && tokens.Plain(place, words.Count).SequenceEqual(words.Whole))
            {
                found = (words.Count, own);
            }
        }

        return found.length > 0 ? found : null;
    }

    /// <summary>How many words at a place name a usual type that may not be asked for here; they belong together all the same.</summary>
    public static int NotOffered(NeedTokens tokens, int place, NeedContext context) => Usual.Longest(tokens, place, out var key) is > 0 and var length && !IsOffered(context, key!) ? length : 0;

    private static bool IsOffered(NeedContext context, string key)
    {
        foreach (var (offered, _) in context.Activities)
        {
            if (offered == key)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(string, string)> Of(string key, string phrases) => phrases.Split(',', StringSplitOptions.TrimEntries).Select(phrase => (phrase, key));
}
