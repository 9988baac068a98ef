using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

public sealed class NeedReaderTests
{
    private static readonly NeedReader Reader = new(Catalogs.Terms);

    // Monday, 23 November 2026.
    private static readonly NeedContext Today = new()
    {
        Today = Catalogs.Today,
        Activities = [(ActivityKeys.SalesCall, "Sales call"), (ActivityKeys.SiteVisit, "Site visit"), (ActivityKeys.Event, "Event"), (ActivityKeys.Rfp, "RFP listing"), ("fireside", "Fireside chat")],
    };

    [Theory]
    [InlineData("financial sector, uses Atlas and Beacon, on Azure, 5000 staff, speaks German", "industry=finance&product=atlas&product=beacon&prefer=platform:azure&prefer=size:2000-10000&prefer=language:de")]
    [InlineData("Bank or insurer in DACH, runs Atlas, Beacon and Comet on Azure, about 5000 staff, speaks German, live over a year", "industry=banking&industry=insurance&product=atlas&product=beacon&product=comet&region=dach&prefer=platform:azure&prefer=size:2000-10000&prefer=language:de&prefer=live:12")]
    [InlineData("retailer in the US", "industry=retail&region=us")]
    [InlineData("send it to us, a uk bank", "industry=banking&region=gb&q=send")]
    [InlineData("tell us about a hospital", "industry=hospitals")]
    [InlineData("amazon web services, 12,000 employees", "prefer=platform:aws&prefer=size:over-10000")]
    [InlineData("on-prem in Österreich", "region=at&prefer=platform:on-premises")]
    [InlineData("Germany's banks", "industry=banking&region=de")]
    [InlineData("media/publishing, e commerce", "industry=e-commerce&industry=media")]
    [InlineData("Alpenbank", "q=Alpenbank")]
    [InlineData("Saint-Gobain in France", "region=fr&q=Saint-Gobain")]
    [InlineData("\"Atlas Copco\" in Sweden", "region=se&q=%22Atlas%20Copco%22")]
    [InlineData("Sales Force and open shift, but look at las vegas", "prefer=platform:kubernetes&prefer=integration:salesforce&q=vegas")]
    [InlineData("SAP integration", "prefer=integration:sap")]
    [InlineData("integration of branch data", "prefer=usecase:integration")]
    [InlineData("", "")]
    [InlineData("the and of", "")]
    public void Words_become_criteria_and_the_rest_stays_text(string words, string criteria) => Read(words).ShouldBe(criteria);

    [Theory]
    [InlineData("bankng in Germny with Atlass", "industry=banking&product=atlas&region=de")]
    [InlineData("fraud detecton, asset managment", "industry=wealth&prefer=usecase:fraud")]
    [InlineData("kuberentes", "prefer=platform:kubernetes")]
    [InlineData("azre", "q=azre")]
    [InlineData("Detail, members, sales, comes, stories, wealthy", "q=Detail%20members%20stories%20wealthy")]
    [InlineData("Austraia", "q=Austraia")]
    [InlineData("telekomunications", "industry=telecommunications")]
    public void A_slip_of_the_finger_is_forgiven_in_words_that_are_no_others(string words, string criteria) => Read(words).ShouldBe(criteria);

    [Theory]
    [InlineData("something bigger than 5000", "prefer=size:over-5000")]
    [InlineData("bank bigger than 5,000 people", "industry=banking&prefer=size:over-5000")]
    [InlineData("at least twice as large as Kestrel", "q=at%20least%20twice%20as%20large%20as%20Kestrel")]
    [InlineData("bank in Germany, larger than Kestrel", "industry=banking&region=de&q=larger%20than%20Kestrel")]
    [InlineData("insurer half the size of Kestrel", "industry=insurance&q=half%20the%20size%20of%20Kestrel")]
    public void A_comparison_is_read_or_left_whole(string words, string criteria) => Read(words).ShouldBe(criteria);

    [Fact]
    public void A_known_name_is_no_slip_of_the_finger()
    {
        Read("Atlass").ShouldBe("product=atlas");
        Reader.Read("Atlass", Today with { IsInName = word => word == "ATLASS" }).Criteria.ToQuery().ShouldBe("q=Atlass");
        Reader.Read("Next", Today with { IsInName = word => word == "NEXT" }).Criteria.ToQuery().ShouldBe("q=Next");
    }

    [Theory]
    [InlineData("10k employees", "prefer=size:over-10000")]
    [InlineData("10k+", "prefer=size:over-10000")]
    [InlineData("> 2000 staff", "prefer=size:over-2000")]
    [InlineData("at least 2.000 Mitarbeiter", "prefer=size:over-2000")]
    [InlineData("5k employees or more", "prefer=size:over-5000")]
    [InlineData("between 1000 and 3000 people", "prefer=size:1000-3000")]
    [InlineData("1,000-3,000 staff", "prefer=size:1000-3000")]
    [InlineData("10–20k employees", "prefer=size:10000-20000")]
    [InlineData("no more than 500 people", "prefer=size:under-500")]
    [InlineData("~5000 employees", "prefer=size:2000-10000")]
    [InlineData("around 2000 employees", "prefer=size:1000-4000")]
    [InlineData("headcount > 900", "prefer=size:over-900")]
    [InlineData("5 thousand staff", "prefer=size:2000-10000")]
    [InlineData("must have over 3000 staff", "size=over-3000")]
    [InlineData("not over 3000 staff", "prefer=size:under-3000")]
    [InlineData("in 2027 or 2028", "freeby=2027-12-31&q=2028")]
    [InlineData("3M and 7", "q=3M%207")]
    public void Figures_are_ranges_of_staff(string words, string criteria) => Read(words).ShouldBe(criteria);

    [Theory]
    [InlineData("live for 2 years", "prefer=live:24")]
    [InlineData("live > 1 year", "prefer=live:12")]
    [InlineData("2+ years in production", "prefer=live:24")]
    [InlineData("live since 2023", "prefer=live:34")]
    [InlineData("since March 2024", "prefer=live:31")]
    [InlineData("went live before 2025", "prefer=live:22")]
    [InlineData("18 months live, must", "live=18")]
    [InlineData("live less than a year", "not=live:12")]
    [InlineData("seit zwei Jahren live", "prefer=live:24")]
    public void Times_are_months_live(string words, string criteria) => Read(words).ShouldBe(criteria);

    [Theory]
    [InlineData("available before Friday", "2026-11-26")]
    [InlineData("by Friday", "2026-11-27")]
    [InlineData("this Friday", "2026-11-27")]
    [InlineData("next Friday", "2026-12-04")]
    [InlineData("on Monday", "2026-11-30")]
    [InlineData("by 12 May", "2027-05-12")]
    [InlineData("by May 12th", "2027-05-12")]
    [InlineData("by 15.12.", "2026-12-15")]
    [InlineData("2026-12-15", "2026-12-15")]
    [InlineData("until 15/12/2026", "2026-12-15")]
    [InlineData("this week", "2026-11-27")]
    [InlineData("next week", "2026-12-04")]
    [InlineData("end of month", "2026-11-30")]
    [InlineData("by the end of next month", "2026-12-31")]
    [InlineData("before the end of the year", "2026-12-31")]
    [InlineData("this quarter", "2026-12-31")]
    [InlineData("in Q1", "2027-03-31")]
    [InlineData("in January", "2027-01-31")]
    [InlineData("before February", "2027-01-31")]
    [InlineData("before Christmas", "2026-12-24")]
    [InlineData("in two weeks", "2026-12-07")]
    [InlineData("within 3 business days", "2026-11-26")]
    [InlineData("in the next 10 days", "2026-12-03")]
    [InlineData("tomorrow", "2026-11-24")]
    [InlineData("available now", "2026-11-23")]
    [InlineData("nächste Woche", "2026-12-04")]
    public void Days_are_read_as_free_by(string words, string day) => Read(words).ShouldBe($"freeby={day}");

    [Theory]
    [InlineData("we may name it")]
    [InlineData("after Christmas")]
    [InlineData("not before January")]
    [InlineData("on 3 November 2025")]
    [InlineData("31.02.2027")]
    [InlineData("by 99 May")]
    public void What_is_no_day_ahead_is_none(string words) => Reader.Read(words, Today).Criteria.Items.ShouldNotContain(item => item.Facet == Facet.FreeBy && !item.Key.StartsWith("2027-05", StringComparison.Ordinal));

    [Theory]
    [InlineData("not retail", "not=industry:retail")]
    [InlineData("no banks", "not=industry:banking")]
    [InlineData("except Germany", "not=region:de")]
    [InlineData("without Comet", "not=product:comet")]
    [InlineData("anything but insurers", "not=industry:insurance")]
    [InlineData("non-banks in France", "region=fr&not=industry:banking")]
    [InlineData("ohne Azure", "not=platform:azure")]
    [InlineData("not retail, healthcare or media, DACH", "region=dach&not=industry:retail&not=industry:healthcare&not=industry:media")]
    [InlineData("no banks, insurers in DACH", "industry=insurance&region=dach&not=industry:banking")]
    [InlineData("excluding: Germany, France; banks", "industry=banking&not=region:de&not=region:fr")]
    [InlineData("not only banks", "industry=banking")]
    [InlineData("not sure, banks", "industry=banking")]
    [InlineData("not Zürich", "q=not%20Zürich")]
    public void What_is_not_wanted_filters_out(string words, string criteria) => Criteria.Parse(Read(words)).ShouldBe(Criteria.Parse(criteria));

    [Theory]
    [InlineData("must be on Azure", "platform=azure")]
    [InlineData("must have: Azure, SAP; German speaking", "platform=azure&integration=sap&prefer=language:de")]
    [InlineData("ideally in Austria, Atlas", "product=atlas&prefer=region:at")]
    [InlineData("Azure essential, SAP", "platform=azure&prefer=integration:sap")]
    [InlineData("Atlas a must, Comet optional", "product=atlas&prefer=product:comet")]
    [InlineData("bank in Vienna, Austria (nice to have)", "industry=banking&prefer=region:at&q=Vienna")]
    [InlineData("in Switzerland, if possible", "prefer=region:ch")]
    [InlineData("nice to have: Comet, Ember", "prefer=product:comet&prefer=product:ember")]
    [InlineData("Atlas or Beacon, Comet", "prefer=product:atlas&prefer=product:beacon&prefer=product:comet")]
    [InlineData("Atlas and Beacon", "product=atlas&product=beacon")]
    public void How_it_is_said_makes_a_must_or_a_preference(string words, string criteria) => Criteria.Parse(Read(words)).ShouldBe(Criteria.Parse(criteria));

    [Theory]
    [InlineData("German bank", "industry=banking&region=de")]
    [InlineData("bank that speaks German", "industry=banking&prefer=language:de")]
    [InlineData("Danish or Swedish retailer", "industry=retail&region=dk&region=se")]
    [InlineData("Polish or Czech speaking", "prefer=language:pl&prefer=language:cs")]
    [InlineData("English, Atlas", "product=atlas&prefer=language:en")]
    [InlineData("SaaS vendor", "industry=software")]
    [InlineData("runs as SaaS", "prefer=deployment:saas")]
    public void A_word_of_two_meanings_is_read_by_its_neighbours(string words, string criteria) => Criteria.Parse(Read(words)).ShouldBe(Criteria.Parse(criteria));

    [Theory]
    [InlineData("bank, for a call", ActivityKeys.SalesCall)]
    [InlineData("site visit at a hospital", ActivityKeys.SiteVisit)]
    [InlineData("speaker at an event", ActivityKeys.Event)]
    [InlineData("to be named in an RFP", ActivityKeys.Rfp)]
    [InlineData("fireside chat with a telco", "fireside")]
    [InlineData("call centre", null)]
    [InlineData("written quote", null)]
    public void The_activity_is_one_on_offer(string words, string? activity) => Reader.Read(words, Today).ActivityKey.ShouldBe(activity);

    [Theory]
    [InlineData("bank that replaced Oracle", "industry=banking&q=replaced%20Oracle")]
    [InlineData("switched from SAP to Salesforce", "prefer=integration:salesforce&q=switched%20from%20SAP")]
    [InlineData("migrated from their old on-premises to Azure", "prefer=platform:azure&q=migrated%20from%20their%20old%20on-premises")]
    [InlineData("Atlas instead of Comet or Beacon", "product=atlas&q=instead%20of%20Comet%20or%20Beacon")]
    [InlineData("replaced Orcale", "q=replaced%20Orcale")]
    [InlineData("replaced their legacy system with Atlas", "product=atlas&prefer=usecase:core-modernisation")]
    public void What_somebody_had_before_is_not_asked_for(string words, string criteria)
    {
        Criteria.Parse(Read(words)).ShouldBe(Criteria.Parse(criteria));
        Read(Criteria.Parse(criteria).Text).ShouldBe(Criteria.None.WithText(Criteria.Parse(criteria).Text).ToQuery());
    }

    [Theory]
    [InlineData("small bank", "industry=banking&prefer=size:under-500")]
    [InlineData("mid-sized insurer", "industry=insurance&prefer=size:500-2000")]
    [InlineData("big Swiss bank", "industry=banking&region=ch&prefer=size:2000-10000")]
    [InlineData("huge company on Azure", "prefer=platform:azure&prefer=size:over-10000")]
    [InlineData("very large retailer", "industry=retail&prefer=size:over-10000")]
    [InlineData("must be a large customer", "size=2000-10000")]
    [InlineData("no small banks", "industry=banking&not=size:under-500")]
    [InlineData("big insurer, 12k staff", "industry=insurance&prefer=size:over-10000")]
    [InlineData("large project, small team", "q=team")]
    [InlineData("something big", "prefer=size:2000-10000")]
    [InlineData("small", "prefer=size:under-500")]
    [InlineData("big, on Azure", "prefer=platform:azure&prefer=size:2000-10000")]
    [InlineData("something small in Germany", "region=de&prefer=size:under-500")]
    [InlineData("a bank, not small", "industry=banking&not=size:under-500")]
    public void A_size_in_words_is_a_band_where_it_is_somebodys(string words, string criteria) => Criteria.Parse(Read(words)).ShouldBe(Criteria.Parse(criteria));

    [Theory]
    [InlineData("bank in DACH, no competitors", "industry=banking&region=dach")]
    [InlineData("no competitor, Azure", "prefer=platform:azure")]
    [InlineData("must not be a competitor", "")]
    [InlineData("bnak w/ Atlas", "industry=banking&product=atlas")]
    [InlineData("bank w/o Atlas", "industry=banking&not=product:atlas")]
    [InlineData("99.9% uptime", "q=99.9%25%20uptime")]
    [InlineData("used 3 months ago", "q=3%20months%20ago")]
    [InlineData("went live 3 years ago", "prefer=live:36")]
    [InlineData("bank for a press interview", "industry=banking&q=press%20interview")]
    public void What_means_nothing_is_passed_over_and_what_belongs_together_stays_so(string words, string criteria) => Criteria.Parse(Read(words)).ShouldBe(Criteria.Parse(criteria));

    [Theory]
    [InlineData("actually insurance", true)]
    [InlineData("no, actually insurance", true)]
    [InlineData("insurance instead", true)]
    [InlineData("who actually sells insurance", false)]
    public void Who_corrects_oneself_replaces_what_was_said(string words, bool replaces) => Reader.Read(words, Today).Replaced.Contains(Facet.Industry).ShouldBe(replaces);

    [Fact]
    public void It_is_told_which_words_were_taken_for_what()
    {
        var read = Reader.Read("Zürich bank on AWS, not over 3000 staff, no Comet, for a call by Friday", Today);

        read.Criteria.Text.ShouldBe("Zürich");
        read.Parts.Select(part => (part.Words, part.Item?.Pair.Value ?? part.ActivityKey)).ShouldBe(
            [("bank", "banking"), ("AWS", "platform:aws"), ("not over 3000 staff", "size:under-3000"), ("no Comet", "product:comet"), ("call", "sales-call"), ("by Friday", "2026-11-27")]);
    }

    [Fact]
    public void Every_shipped_name_is_understood_as_its_own_term()
    {
        foreach (var term in Catalogs.Terms.All.Where(term => term.Name.Length > 2))
        {
            Reader.Read(term.Name, NeedContext.None).Criteria.Items.ShouldContain(item => item.Key == term.Key || Catalogs.Terms.Find(item.Facet, item.Key)!.Name == term.Name, term.Name);
        }
    }

    [Fact]
    public void Every_synonym_means_a_term_that_is_shipped()
    {
        foreach (var term in Catalogs.Terms.All)
        {
            foreach (var word in Synonyms.Of(term.Facet, term.Key))
            {
                Reader.Read(word, NeedContext.None).Criteria.Items.ShouldContain(item => Catalogs.Terms.Find(item.Facet, item.Key) != null, word);
            }
        }

        Synonyms.Keys.ShouldAllBe(key => Catalogs.Terms.Find(key.Facet, key.Key) != null);
    }

    [Fact]
    public void Whatever_is_typed_is_read_and_no_word_of_it_is_lost_or_made_up()
    {
        string[] pieces = ["bank", "not", "10k+", "\"", "“", ",", ";", ":", "-", "~", ">", "<=", "12.", "31.02.", "by", "before", "May", "in", "two", "weeks", "like", "or", "must", "ideally", "\uD83D\uDE00", "\uD800", "\u0301", "Ä", "ﬁ", "4hana", "99999999999999999999", "0", "1.5", "/", "'", "(", ")", "\n", "\t", "since", "2023", "Zürich", "next", "end of", "%", "\0"];
        var texts = Gen.Elements(pieces).ListOf().Select(some => string.Join(' ', some)).Or(ArbMap.Default.GeneratorFor<string>());
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var read = Reader.Read(text, Today);
            foreach (var part in read.Parts)
            {
                text.ShouldContain(part.Words);
            }

            if (!text.EnumerateRunes().Contains(Rune.ReplacementChar))
            {
                Criteria.Parse(read.Criteria.ToQuery()).ShouldBe(read.Criteria);
            }
        }).QuickCheckThrowOnFailure();
    }

    private static string Read(string words) => Reader.Read(words, Today).Criteria.ToQuery();
}
