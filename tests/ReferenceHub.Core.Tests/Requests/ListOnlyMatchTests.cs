using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>A request that holds a list of requirements and nothing else is matched by what the list asks for.</summary>
public sealed class ListOnlyMatchTests : IDisposable
{
    private const string List = "1. A bank as a reference\n2. Runs Atlas\n3. Something about zorbing";

    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Whoever_meets_more_of_the_list_comes_first_and_nobody_is_left_out()
    {
        await CustomersAsync();
        var answer = await MatchAsync(await program.SubmitAsync(program.Need() with { ActivityKey = ActivityKeys.SalesCall, Text = null, Requirements = List }));
        answer.Result.Rows.Select(row => row.Name).ShouldBe(["Both", "Bank alone", "Atlas alone", "Alpenbank AG"], "by how much of the list each meets");
        answer.Result.Rows[0].Reasons.Count(reason => reason.Met).ShouldBe(2);
    }

    [Fact]
    public async Task What_somebody_said_in_words_goes_before_the_list()
    {
        await CustomersAsync();
        var answer = await MatchAsync(await program.SubmitAsync(program.Need() with { Text = "Somebody who runs Atlas", Criteria = "product=atlas", Requirements = "A bank" }));
        answer.Result.Rows.Select(row => row.Name).ShouldBe(["Both", "Atlas alone"], ignoreOrder: true);
    }

    private async Task<CatalogAnswer> MatchAsync(int number) =>
        (await program.Ask<RequestMatches, RequestMatch>(matches => matches.ForAsync(number, program.Manager, default))).Live.Answer;

    private async Task CustomersAsync()
    {
        await program.Do<MatchWeightService>(service => service.SetAsync(new MatchWeights(100, 0, 0, 0), 0, program.Manager, default));
        var terms = await program.Database.Read(db => db.Terms.AsNoTracking().Where(term => term.Key == "banking" || term.Key == "atlas").ToListAsync());
        foreach (var (name, bank, atlas) in new[] { ("Atlas alone", false, true), ("Both", true, true), ("Bank alone", true, false) })
        {
            var customer = Given.Customer(name);
            if (bank)
            {
                customer.Reclassify(terms.Single(term => term.Kind == TermKind.Industry).Id, null);
            }

            if (atlas)
            {
                customer.Products.Add(new ProductUse(program.Database.NextId(), customer.Id, terms.Single(term => term.Kind == TermKind.Product).Id));
            }

            await program.Database.Add(customer);
        }
    }
}
