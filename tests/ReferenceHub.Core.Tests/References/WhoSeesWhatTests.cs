using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.References;

public sealed class WhoSeesWhatTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Others_than_the_program_never_get_a_secret(Roles roles)
    {
        var guarded = await AddAsync(Tier.Standard);
        var text = await TextAsync(guarded, Given.Viewer(roles));
        GuardedCustomer.Secrets.ShouldAllBe(secret => !text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        text.ShouldContain(GuardedCustomer.Name);
    }

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task A_confidential_customer_leaves_no_trace_of_its_name(Roles roles)
    {
        var guarded = await AddAsync(Tier.Confidential);
        var text = await TextAsync(guarded, Given.Viewer(roles));
        GuardedCustomer.Traces.Concat(GuardedCustomer.Secrets).ShouldAllBe(trace => !text.Contains(trace, StringComparison.OrdinalIgnoreCase));
        text.ShouldNotContain("Germany");
        text.ShouldNotContain("21,400");
        (await ProfileAsync(guarded, Given.Viewer(roles))).Name.ShouldBe("DACH banking customer, 20k staff");
    }

    [Theory]
    [InlineData(Roles.ProgramManager)]
    [InlineData(Roles.Marketing)]
    public async Task The_program_sees_names_and_secrets(Roles roles)
    {
        var profile = await ProfileAsync(await AddAsync(Tier.Confidential), Given.Viewer(roles));
        profile.Name.ShouldBe(GuardedCustomer.Name);
        profile.Secrets!.Notes.ShouldBe(GuardedCustomer.Notes);
        profile.Contacts.ShouldHaveSingleItem().MayReach.ShouldBeTrue();
    }

    [Fact]
    public async Task An_owner_sees_the_own_customer_as_the_program_does()
    {
        var guarded = await AddAsync(Tier.Confidential);
        var profile = await ProfileAsync(guarded, guarded.Owner.AsViewer());
        profile.Name.ShouldBe(GuardedCustomer.Name);
        profile.Secrets!.StatusReason.ShouldBe(GuardedCustomer.Reason);
        profile.Sight.MayEdit.ShouldBeTrue();
        profile.Sight.MayGovern.ShouldBeFalse();
    }

    [Fact]
    public async Task A_release_opens_name_and_details_and_ends_again()
    {
        var guarded = await AddAsync(Tier.Confidential);
        var rep = Given.User();
        var release = new ContactRelease(Given.Id(), Given.Id(), guarded.Customer.Id, guarded.Contact.Id, rep.Id, database.Clock.Now);
        await database.Add(rep, release);
        var open = await ProfileAsync(guarded, rep.AsViewer());
        open.Name.ShouldBe(GuardedCustomer.Name);
        open.Contacts.ShouldHaveSingleItem().MayReach.ShouldBeTrue();
        open.Secrets.ShouldBeNull();

        await database.Change(async db => (await db.ContactReleases.SingleAsync()).EndNow(database.Clock.Now));
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        (await ProfileAsync(guarded, rep.AsViewer())).Sight.Named.ShouldBeFalse();
    }

    [Fact]
    public async Task Looking_up_a_contact_is_logged_and_refused_without_release()
    {
        var guarded = await AddAsync(Tier.Standard);
        await Should.ThrowAsync<ForbiddenException>(() => RevealAsync(guarded, Given.Viewer(Roles.Rep)));
        await Should.ThrowAsync<ForbiddenException>(() => RevealAsync(guarded, Given.Viewer(Roles.Executive)));
        (await database.Read(db => db.HistoryEvents.AnyAsync())).ShouldBeFalse();

        (await RevealAsync(guarded, guarded.Owner.AsViewer())).Phone.ShouldBe(GuardedCustomer.Phone);
        var line = await database.Read(db => db.HistoryEvents.SingleAsync());
        line.Verb.ShouldBe("contact-revealed");
        line.SubjectId.ShouldBe(guarded.Customer.Id);
    }

    [Fact]
    public async Task History_is_for_those_who_see_secrets()
    {
        var guarded = await AddAsync(Tier.Standard);
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<CustomerHistoryQueries, CustomerHistory>(
            queries => queries.ReadAsync(guarded.Customer.Id, new HistoryFilter(), Given.Viewer(Roles.Executive), default)));
    }

    [Fact]
    public async Task Nobody_learns_more_of_an_unknown_customer_than_that_there_is_none() =>
        await Should.ThrowAsync<MissingException>(() => database.Ask<ReferenceProfileQueries, ReferenceProfile>(queries => queries.ReadAsync(Given.Id(), Given.Viewer(), default)));

    public void Dispose() => database.Dispose();

    private async Task<GuardedCustomer> AddAsync(Tier tier)
    {
        var owner = Given.User();
        var terms = await database.Read(db => db.Terms.AsNoTracking().Where(term => term.Key == "de" || term.Key == "banking" || term.Key == "atlas").ToListAsync());
        var guarded = new GuardedCustomer(
            tier, owner, terms.Single(term => term.Kind == TermKind.Region), terms.Single(term => term.Kind == TermKind.Industry), terms.Single(term => term.Kind == TermKind.Product));
        await database.Add(owner, guarded.Customer);
        return guarded;
    }

    private Task<ReferenceProfile> ProfileAsync(GuardedCustomer guarded, Viewer viewer) =>
        database.Ask<ReferenceProfileQueries, ReferenceProfile>(queries => queries.ReadAsync(guarded.Customer.Id, viewer, default));

    private async Task<string> TextAsync(GuardedCustomer guarded, Viewer viewer) => JsonSerializer.Serialize(await ProfileAsync(guarded, viewer));

    private Task<ContactDetails> RevealAsync(GuardedCustomer guarded, Viewer viewer) =>
        database.Ask<ContactService, ContactDetails>(service => service.RevealAsync(guarded.Customer.Id, guarded.Contact.Id, viewer, default));
}
