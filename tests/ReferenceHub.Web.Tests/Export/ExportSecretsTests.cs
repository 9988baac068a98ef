using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Scenes;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Export;

/// <summary>Protected words never leave in a file of somebody who may not read them on a page.</summary>
public sealed class ExportSecretsTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Lists =
    [
        "/references/export", "/references/contacts/export", "/references/product-uses/export", "/references/permissions/export", "/references/past-uses/export",
        "/requests/export", "/requests/export?tab=ended", "/requests/export?tab=asks", "/requests/queue/export", "/opportunities/export", "/content/export",
    ];

    private readonly WebApp app = new();
    private GuardedCustomer open = null!;
    private GuardedCustomer blind = null!;

    [Theory]
    [InlineData(Roles.Rep, "csv")]
    [InlineData(Roles.Rep, "xlsx")]
    [InlineData(Roles.Executive, "csv")]
    [InlineData(Roles.Administrator, "xlsx")]
    public async Task No_list_carries_secrets_to_others(Roles roles, string format)
    {
        var visitor = await app.SignedInAsync(roles);
        foreach (var list in Lists.SelectMany(list => new[] { list, With(list, "view=mine"), With(list, "q=canarycity") }).Append($"/usage/customers/{open.Customer.Id}/export").Append($"/usage/customers/{blind.Customer.Id}/export"))
        {
            var file = await Download.OfAsync(visitor, With(list, $"format={format}"));
            file.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
            var echo = list.Contains("q=", StringComparison.Ordinal) && file.Status != HttpStatusCode.OK;
            foreach (var word in echo ? [] : GuardedCustomer.Secrets.Append("secretamount"))
            {
                file.Words.ShouldNotContain(word, Case.Insensitive, list);
            }
        }
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_confidential_customer_leaves_under_its_anonymous_name_only(string format)
    {
        await RemoveAsync(open);
        var rep = await app.SignedInAsync(Roles.Rep);

        var file = await Download.OfAsync(rep, $"/references/export?format={format}");

        file.Column("Reference").ShouldHaveSingleItem().ShouldBe("DACH banking customer, 20k staff");
        foreach (var trace in GuardedCustomer.Traces.Concat(GuardedCustomer.Secrets).Concat(["21,400", "21400", "Germany"]))
        {
            file.Words.ShouldNotContain(trace, Case.Insensitive);
        }

        foreach (var filter in new[] { "q=canaryname", "q=canarycity", "region=de", "q=canarysite.example" })
        {
            (await Download.OfAsync(rep, $"/references/export?{filter}&format=csv")).Words.ShouldNotContain("DACH", Case.Insensitive, filter);
        }
    }

    [Fact]
    public async Task Program_and_marketing_take_everything_along_that_they_see()
    {
        foreach (var roles in new[] { Roles.ProgramManager, Roles.Marketing })
        {
            var visitor = await app.SignedInAsync(roles);
            (await Download.OfAsync(visitor, "/references/export?format=csv")).Words.ShouldContain(GuardedCustomer.Notes);
            (await Download.OfAsync(visitor, "/references/contacts/export?format=xlsx")).Words.ShouldContain(GuardedCustomer.Email);
            (await Download.OfAsync(visitor, "/references/permissions/export?format=xlsx")).Words.ShouldContain(GuardedCustomer.Evidence);
        }
    }

    [Fact]
    public async Task A_rep_takes_along_their_own_requests_and_nobody_elses()
    {
        var (rita, raul) = (await app.SignedInAsync(Roles.Rep), await app.SignedInAsync(Roles.Rep));
        await AskAsync(rita, "Ritas need");
        await AskAsync(raul, "Rauls need");

        var file = await Download.OfAsync(rita, "/requests/export?format=xlsx");

        file.Column("Need").ShouldBe(["Ritas need"]);
        file.Column("Amount").ShouldBe(["100000"], "it is her own deal");
    }

    public async Task InitializeAsync()
    {
        var owner = await app.PersonAsync(Roles.Rep, "Olga Ordinary");
        var terms = await app.DataAsync(db => db.Terms.AsNoTracking().ToListAsync());
        var (germany, banking, product) = (terms.Single(term => term is { Kind: TermKind.Region, Key: "de" }), terms.Single(term => term is { Kind: TermKind.Industry, Key: "banking" }), terms.Single(term => term is { Kind: TermKind.Product, Key: "atlas" }));
        open = new GuardedCustomer(Tier.Standard, owner, germany, banking, product);
        open.Customer.Describe(open.Customer.CompanyFacts with { Name = "Plain Bank", ExternalId = "plain" });
        blind = new GuardedCustomer(Tier.Confidential, owner, germany, banking, product);
        var deal = new Opportunity(app.NextId(), "D-1", Given.Opportunity(owner.Id).Facts with { Name = "Olga's deal", AccountName = "secretamount" }, app.Clock.Now);
        await app.AddAsync(open.Customer, blind.Customer, deal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => app.Dispose();

    private static string With(string list, string part) => $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{part}";

    private Task<int> RemoveAsync(GuardedCustomer customer) => app.DataAsync(async db =>
    {
        (await db.Customers.SingleAsync(row => row.Id == customer.Customer.Id)).Archive(customer.Owner.Id, app.Clock.Now);
        return await db.SaveChangesAsync();
    });

    private async Task AskAsync(Visitor requester, string text)
    {
        var deal = Given.Opportunity(requester.Person!.Id);
        await app.AddAsync(deal);
        var need = new RequestNeed { ActivityKey = ActivityKeys.SalesCall, OpportunityId = deal.Id, Text = text, NeededBy = new DateOnly(2026, 12, 18) };
        (await app.AskAsync<RequestDrafting, Outcome<int>>(drafting => drafting.SubmitAsync(null, need, requester.Viewer, CancellationToken.None))).Refusal.ShouldBeNull();
    }
}
