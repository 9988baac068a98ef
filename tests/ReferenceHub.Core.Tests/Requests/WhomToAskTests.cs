using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Whom a request asks at a customer when the manager chooses nobody, and whom the manager may choose instead.</summary>
public sealed class WhomToAskTests : IDisposable
{
    private readonly SmallProgram program = new();

    private DateOnly Today => DateOnly.FromDateTime(program.Clock.Now);

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Without_a_choice_the_one_who_speaks_the_language_is_asked_not_the_first_by_name()
    {
        await AddAsync("Aaron Early", ["fr"], []);
        var dora = await AddAsync("Dora Late", ["de"], []);

        (await AskedAsync(program.Need() with { Language = "de" })).ShouldBe(dora);
    }

    [Fact]
    public async Task Topic_and_hours_of_the_prospect_decide_where_they_are_asked_for()
    {
        var fraud = await AddAsync("Fred Fraud", [], ["fraud"]);
        await AddAsync("Mia Mobile", [], ["mobile"]);
        var tokyo = await AddAsync("Yuki Early", [], ["mobile"], "Asia/Tokyo");

        (await AskedAsync(program.Need() with { Criteria = "prefer=usecase:fraud" })).ShouldBe(fraud);
        (await AskedAsync(program.Need() with { ZoneId = "Asia/Tokyo" })).ShouldBe(tokyo);
    }

    [Fact]
    public async Task Who_is_paused_or_not_willing_is_no_choice()
    {
        await AddAsync("Best But Paused", ["de"], [], change: contact => contact.Pause(Today.AddDays(9)));
        await AddAsync("Best But Unwilling", ["de"], [], change: contact => contact.Agree([], null, null));
        await AddAsync("Best But Gone", ["de"], [], change: contact => contact.Leave(program.Clock.Now));
        var need = program.Need() with { Language = "de" };

        var anna = (await ChoicesAsync(need)).ShouldHaveSingleItem();
        anna.Name.ShouldBe("Anna Keller");
        (await AskedAsync(need)).ShouldBe(anna.Id);
    }

    [Fact]
    public async Task Who_has_no_time_left_comes_last_however_well_they_suit()
    {
        var (busy, rested) = (await AddAsync("Adam Busy", ["de"], []), await AddAsync("Zoe Rested", ["fr"], []));
        var log = new LogUse(program.CustomerId, busy, ActivityKeys.SiteVisit, Today.AddDays(-2), 45, "Last week");
        await program.Do<LedgerService>(ledger => ledger.LogAsync(log, program.Manager, default));

        var choices = await ChoicesAsync(program.Need() with { Language = "de" });

        choices[^1].Id.ShouldBe(busy);
        choices[^1].IsFree.ShouldBeFalse("a contact rests after a use");
        choices[0].IsFree.ShouldBeTrue();
        choices.ShouldContain(choice => choice.Id == rested);
    }

    [Fact]
    public async Task The_first_choice_is_whom_the_match_shows()
    {
        for (var number = 0; number < 6; number++)
        {
            await AddAsync($"Person {number}", number % 2 == 0 ? ["de"] : ["fr"], number % 3 == 0 ? ["fraud"] : [], number % 2 == 1 ? "Asia/Tokyo" : null);
        }

        foreach (var need in new[]
        {
            program.Need() with { Text = null, Criteria = "prefer=usecase:fraud" },
            program.Need() with { Text = null, Criteria = "prefer=language:de", ZoneId = "Asia/Tokyo" },
            program.Need() with { Text = null, Language = "fr", ZoneId = "America/New_York" },
        })
        {
            var ask = new CatalogAsk(Criteria.Parse(need.Criteria), need.ActivityKey, ForAsking: true) { Language = need.Language, ZoneId = need.ZoneId };
            var shown = await program.Ask<MatchQueries, CatalogAnswer>(matches => matches.SearchAsync(ask, program.Manager, default));
            var first = (await ChoicesAsync(need))[0];
            var row = shown.Result.Rows.ShouldHaveSingleItem().Contact.ShouldNotBeNull();
            (row.Id, row.Name).ShouldBe((first.Id, first.Name));
            row.Facts.ShouldBe(first.Facts);
            (await AskedAsync(need.Criteria is null ? need with { Text = "Somebody" } : need)).ShouldBe(first.Id, "who is asked by default");
        }
    }

    [Fact]
    public async Task A_chosen_contact_is_asked_and_one_of_elsewhere_is_not_found()
    {
        await AddAsync("Dora Late", ["de"], []);
        var chosen = await AddAsync("Zack Chosen", [], []);
        var stranger = Given.Customer();
        await program.Database.Add(stranger);

        (await AskedAsync(program.Need() with { Language = "de" }, chosen)).ShouldBe(chosen);
        await Should.ThrowAsync<MissingException>(() => AskedAsync(program.Need(), stranger.Contacts[0].Id));
    }

    [Fact]
    public async Task Only_who_runs_the_program_is_told_who_could_be_asked()
    {
        foreach (var viewer in new[] { program.Rep, program.Owner, Given.Viewer(Roles.Executive), Given.Viewer(Roles.Marketing), Given.Viewer(Roles.Administrator) })
        {
            await Should.ThrowAsync<ForbiddenException>(() => program.Ask<ContactChoices, object>(async choices => await choices.ForAsync(program.Need(), [program.CustomerId], viewer, default)));
        }
    }

    [Theory]
    [InlineData(Roles.Rep, Tier.Standard, true)]
    [InlineData(Roles.Marketing, Tier.Standard, true)]
    [InlineData(Roles.ProgramManager, Tier.Confidential, true)]
    [InlineData(Roles.Rep, Tier.Confidential, false)]
    [InlineData(Roles.Administrator, Tier.Confidential, false)]
    [InlineData(Roles.Executive, Tier.Standard, null)]
    [InlineData(Roles.Executive, Tier.Confidential, null)]
    public async Task A_match_names_the_contact_to_who_may_read_it_on_the_profile(Roles roles, Tier tier, bool? named)
    {
        await program.Database.Change(async db =>
        {
            var customer = (await db.Customers.FindAsync(program.CustomerId))!;
            customer.MoveToTier(tier);
        });
        await AddAsync("Canary Person", ["de"], ["fraud"], "Europe/Vienna", contact => contact.Describe(contact.Name, "Head of Canary bank", "canary@mail.example", "+49 canary", contact.Languages, contact.ZoneId));
        var ask = new CatalogAsk(Criteria.Parse("prefer=language:de&prefer=usecase:fraud")) { ZoneId = "America/New_York" };

        var answer = await program.Ask<MatchQueries, CatalogAnswer>(matches => matches.SearchAsync(ask, Given.Viewer(roles), default));

        var text = System.Text.Json.JsonSerializer.Serialize(answer.Result.Rows);
        text.ShouldNotContain("canary@", Case.Insensitive);
        text.ShouldNotContain("+49");
        var contact = answer.Result.Rows.ShouldHaveSingleItem().Contact;
        if (named is null)
        {
            contact.ShouldBeNull();
            return;
        }

        contact.ShouldNotBeNull().Name.ShouldBe(named.Value ? "Canary Person" : null);
        contact.JobTitle.ShouldBe(named.Value ? "Head of Canary bank" : null);
        contact.Facts.Select(fact => fact.Words).ShouldBe(named.Value ? ["speaks German", "speaks about Fraud detection", "afternoons"] : ["speaks about Fraud detection"]);
        if (!named.Value)
        {
            text.ShouldNotContain("canary", Case.Insensitive);
        }
    }

    private async Task<Guid> AddAsync(string name, string[] languages, string[] topics, string? zone = null, Action<Contact>? change = null)
    {
        var contact = new Contact(Given.Id(), program.CustomerId, name);
        contact.Describe(name, null, null, null, languages, zone);
        contact.Agree([PermissionScope.SalesCall, PermissionScope.Analyst], null, null);
        contact.SpeakAbout(topics);
        change?.Invoke(contact);
        await program.Database.Add(contact);
        return contact.Id;
    }

    private async Task<IReadOnlyList<ContactChoice>> ChoicesAsync(RequestNeed need) =>
        (await program.Ask<ContactChoices, IReadOnlyDictionary<Guid, IReadOnlyList<ContactChoice>>>(choices => choices.ForAsync(need, [program.CustomerId], program.Manager, default)))[program.CustomerId];

    private async Task<Guid> AskedAsync(RequestNeed need, Guid? chosen = null)
    {
        var number = await program.SubmitAsync(need);
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        await program.Do<CandidateAsks>(desk => desk.ProposeAsync(number, program.CustomerId, chosen, program.Manager, default));
        return (await program.RequestAsync(number)).Candidates.ShouldHaveSingleItem().ContactId!.Value;
    }
}
