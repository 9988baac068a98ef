using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>Words mean what their viewer may know: nothing that is typed tells a hidden customer or somebody else's deal from one that does not exist.</summary>
public sealed class NeedReadingTests : IDisposable
{
    private static readonly Viewer Manager = Given.Viewer();
    private readonly User rep = Given.User();
    private readonly QueryCount count = new();
    private readonly TestDatabase database;

    public NeedReadingTests() => database = TestDatabase.Create(options: options => options.AddInterceptors(count));

    private Viewer Rep => new(rep.Id, rep.Name, Roles.Rep);

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData("like Alpenbank")]
    [InlineData("somebody like our customer Alpenbank AG")]
    [InlineData("similar environment to Alpenbank")]
    [InlineData("same size and platform as Alpenbank")]
    [InlineData("like Alpnebank")]
    [InlineData("like Alpenbnak AG, please")]
    public async Task Like_a_customer_means_the_one_named(string words)
    {
        var bank = await AddAsync("Alpenbank AG");
        await AddAsync("Bodensee Leben");

        (await ReadAsync(words, Rep)).Criteria.ToQuery().ShouldBe($"prefer=like:{bank.Id}");
    }

    [Fact]
    public async Task Of_several_of_one_name_the_nearest_is_meant()
    {
        await AddAsync("Alpenbank Leasing Tirol AG");
        var bank = await AddAsync("Alpenbank AG");
        var lender = await AddAsync("Kestrel Bank");

        (await ReadAsync("like Alpenbank", Rep)).Criteria.ToQuery().ShouldBe($"prefer=like:{bank.Id}");
        (await ReadAsync("like Kestrel Bank or Alpenbank", Rep)).Criteria.Items.Select(item => item.Key).ShouldBe([bank.Id.ToString(), lender.Id.ToString()], ignoreOrder: true);
        (await ReadAsync("like banks, in DACH", Rep)).Criteria.ToQuery().ShouldBe("industry=banking&region=dach");
    }

    [Theory]
    [InlineData("like {0}")]
    [InlineData("similar to {0} but in Austria")]
    [InlineData("{0}")]
    [InlineData("not like {0}")]
    [InlineData("not {0}")]
    public async Task A_hidden_customer_reads_like_one_that_does_not_exist(string words)
    {
        var hidden = await AddAsync("Geheimgrund", Tier.Confidential);

        (await ReadAsync(Of("Geheimgrund"), Rep)).Criteria.ToQuery().ShouldBe((await ReadAsync(Of("Heimatgrund"), Rep)).Criteria.ToQuery().Replace("Heimatgrund", "Geheimgrund", StringComparison.Ordinal));
        (await ReadAsync(Of("Geheimgrnud"), Rep)).Criteria.Items.ShouldNotContain(item => item.Facet == Facet.Like);
        (await ReadAsync("like Geheimgrund", Manager)).Criteria.ToQuery().ShouldBe($"prefer=like:{hidden.Id}");

        string Of(string name) => string.Format(System.Globalization.CultureInfo.InvariantCulture, words, name);
    }

    [Fact]
    public async Task A_word_near_a_term_stays_a_name_only_for_those_who_know_it()
    {
        await AddAsync("Atlass Works", Tier.Confidential);

        (await ReadAsync("Atlass", Rep)).Criteria.ToQuery().ShouldBe("product=atlas");
        (await ReadAsync("Atlass", Manager)).Criteria.ToQuery().ShouldBe("q=Atlass");
    }

    [Theory]
    [InlineData("not Alpenbank")]
    [InlineData("not like Alpenbank")]
    [InlineData("anybody but our customer Alpenbnak AG")]
    public async Task Somebody_not_wanted_is_left_out_by_name(string words)
    {
        var bank = await AddAsync("Alpenbank AG");

        (await ReadAsync(words, Rep)).Criteria.ToQuery().ShouldBe($"not=like:{bank.Id}");
    }

    [Fact]
    public async Task Several_not_wanted_are_left_out_and_a_term_is_no_name()
    {
        var bank = await AddAsync("Alpenbank AG");
        var lender = await AddAsync("Kestrel Bank");
        await AddAsync("Retail Insurance");

        (await ReadAsync("no insurance and not Alpenbank or Kestrel Bank", Rep)).Criteria.ShouldBe(Criteria.Parse($"not=industry:insurance&not=like:{bank.Id}&not=like:{lender.Id}"));
    }

    [Theory]
    [InlineData("region=dach", "switzerland", "region=ch")]
    [InlineData("industry=finance&region=dach", "bank", "industry=banking&region=dach")]
    [InlineData("region=ch", "DACH", "region=ch&region=dach")]
    [InlineData("region=dach", "ideally in Switzerland", "region=dach&prefer=region:ch")]
    [InlineData("region=dach", "not Switzerland", "region=dach&not=region:ch")]
    [InlineData("industry=banking&region=dach", "retail", "industry=banking&industry=retail&region=dach")]
    [InlineData("industry=banking&region=dach", "actually insurance", "industry=insurance&region=dach")]
    [InlineData("industry=banking&region=fr", "Germany instead", "industry=banking&region=de")]
    public async Task Typing_again_narrows_and_corrects(string before, string words, string after) =>
        (await database.Ask<MatchQueries, NeedRead>(matches => matches.ReadWordsAsync(Criteria.Parse(before).WithText(words), Rep, default))).Criteria.ShouldBe(Criteria.Parse(after));

    [Theory]
    [InlineData("prefer=live:34", "since 2023")]
    [InlineData("prefer=live:31", "since Mar 2024")]
    [InlineData("prefer=live:18", "over 18 months")]
    [InlineData("prefer=live:24", "over 2 years")]
    [InlineData("not=live:12", "under 1 year")]
    public void Months_live_are_said_as_people_say_them(string criteria, string words) =>
        Matcher.WordsOf(Criteria.Parse(criteria).Items[0], Testing.Matching.Catalogs.Terms, Likenesses.None, Testing.Matching.Catalogs.Today).ShouldBe(words);

    [Fact]
    public async Task Like_a_prospect_means_a_deal_in_sight()
    {
        var colleague = Given.User();
        await database.Add(rep, colleague);
        var own = Given.Opportunity(rep.Id, "Northwind – core");
        own.Describe(own.Facts with { AccountName = "Northwind Bank" });
        var others = Given.Opportunity(colleague.Id, "Südwind – core");
        others.Describe(others.Facts with { AccountName = "Südwind Kasse" });
        await database.Add(own, others);

        (await ReadAsync("similar environment to Northwind Bank", Rep)).Criteria.ToQuery().ShouldBe($"prefer=likedeal:{own.Id}");
        (await ReadAsync("like the Northwnid deal", Rep)).Criteria.ToQuery().ShouldBe($"prefer=likedeal:{own.Id}");
        (await ReadAsync("like Südwind", Rep)).Criteria.ToQuery().ShouldBe((await ReadAsync("like Westwind", Rep)).Criteria.ToQuery().Replace("Westwind", "S%C3%BCdwind", StringComparison.Ordinal));
        (await ReadAsync("like Südwind", Manager)).Criteria.ToQuery().ShouldBe($"prefer=likedeal:{others.Id}");
    }

    [Fact]
    public async Task A_deal_is_meant_before_a_customer_of_its_name_where_the_words_say_so()
    {
        await database.Add(rep);
        var deal = Given.Opportunity(rep.Id, "Alpenbank – growth");
        deal.Describe(deal.Facts with { AccountName = "Alpenbank AG", Outcome = DealOutcome.Open });
        await database.Add(deal);
        var bank = await AddAsync("Alpenbank AG");

        (await ReadAsync("like Alpenbank", Rep)).Criteria.ToQuery().ShouldBe($"prefer=like:{bank.Id}");
        (await ReadAsync("like our prospect Alpenbank", Rep)).Criteria.ToQuery().ShouldBe($"prefer=likedeal:{deal.Id}");
    }

    [Fact]
    public async Task Only_what_may_be_asked_for_is_read_as_activity()
    {
        (await ReadAsync("bank for a call", Rep)).ActivityKey.ShouldBe(ActivityKeys.SalesCall);
        (await ReadAsync("bank for a site visit", Rep)).ActivityKey.ShouldBeNull();
        (await ReadAsync("bank for a site visit", Rep)).Criteria.ToQuery().ShouldBe("industry=banking&q=site%20visit");
    }

    [Fact]
    public async Task Who_sees_totals_only_searches_by_no_day()
    {
        var read = await ReadAsync("bank, free by Friday", Given.Viewer(Roles.Executive));

        MatchQueries.Allowed(read.Criteria, Given.Viewer(Roles.Executive)).ToQuery().ShouldBe("industry=banking");
        MatchQueries.Allowed(read.Criteria, Rep).ToQuery().ShouldBe("industry=banking&freeby=2026-11-27");
    }

    [Fact]
    public async Task Three_names_after_like_are_looked_up_however_many_are_typed()
    {
        var three = await QueriesAsync("like Zorro, like Zappa, like Zeta");

        (await QueriesAsync("like Zorro, like Zappa, like Zeta, like Zulu, like Zebra, like Zeppelin, like Zander")).ShouldBe(three);
    }

    [Fact]
    public async Task Deals_are_not_asked_for_where_the_words_end_with_the_name_of_a_customer()
    {
        await AddAsync("Alpenbank AG");

        (await QueriesAsync("like Alpenbank AG")).ShouldBe(await QueriesAsync("banks"));
        (await QueriesAsync("like Alpenbank AG with Azure")).ShouldBe(await QueriesAsync("banks"));
    }

    private async Task<int> QueriesAsync(string words)
    {
        await ReadAsync(words, Rep);
        var before = count.Queries;
        await ReadAsync(words, Rep);
        return count.Queries - before;
    }

    private Task<NeedRead> ReadAsync(string words, Viewer viewer) => database.Ask<MatchQueries, NeedRead>(matches => matches.ReadWordsAsync(Criteria.None.WithText(words), viewer, default));

    private async Task<Customer> AddAsync(string name, Tier tier = Tier.Standard)
    {
        var customer = Given.Customer(name, tier: tier);
        await database.Add(customer);
        return customer;
    }
}
