using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;

namespace ReferenceHub.Core.Tests.References;

/// <summary>Whoever stands in for an account owner knows the names of their confidential customers, wherever a name is told; the inside stays with the owner.</summary>
public sealed class StandInNamesTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Every_place_tells_the_name_to_the_stand_in_and_to_no_other_rep()
    {
        await program.Database.Change(async db => (await db.Customers.FindAsync(program.CustomerId))!.MoveToTier(Tier.Confidential));
        var (number, _) = await program.AskedAsync();
        var standIn = program.OtherRep with { StandsInFor = [program.Owner.UserId] };

        (await PlacesAsync(standIn)).ShouldAllBe(place => place.Named);
        (await program.Ask<RequestQueries, RequestDetail>(queries => queries.DetailAsync(number, standIn, default))).Candidates[0].Name.ShouldBe("Alpenbank AG");
        (await PlacesAsync(program.OtherRep)).ShouldAllBe(place => !place.Named);
        (await PlacesAsync(program.OtherRep with { StandsInFor = [program.Manager.UserId] })).ShouldAllBe(place => !place.Named, "somebody else's customers");
    }

    [Fact]
    public async Task The_inside_of_the_record_stays_with_the_owner()
    {
        var standIn = program.OtherRep with { StandsInFor = [program.Owner.UserId] };
        var sight = await program.Database.Read(async db => await CustomerSight.OfAsync(db, await db.Customers.SingleAsync(row => row.Id == program.CustomerId), standIn, program.Clock.Now, default));
        (sight.Named, sight.Secrets, sight.MayEdit).ShouldBe((true, false, false));
    }

    private async Task<IReadOnlyList<(string Place, bool Named)>> PlacesAsync(Viewer viewer)
    {
        var listed = await program.Database.Read(db => db.Customers.NamedFor(viewer, db, program.Clock.Now).AnyAsync(row => row.Id == program.CustomerId));
        var profile = await program.Ask<ReferenceProfileQueries, string>(queries => queries.NameAsync(program.CustomerId, viewer, default));
        var found = await program.Ask<MatchQueries, CatalogAnswer>(queries => queries.SearchAsync(new CatalogAsk(Criteria.None), viewer, default));
        var called = await program.Ask<MatchQueries, IReadOnlyList<NamedCustomer>>(queries => queries.CalledAsync("alpen", 5, viewer, default));
        var nearly = await program.Ask<MatchQueries, IReadOnlyList<NamedCustomer>>(queries => queries.CalledAsync("alpenbnak", 5, viewer, default));
        var like = await program.Ask<MatchQueries, NeedRead>(queries => queries.ReadWordsAsync(Criteria.None.WithText("somebody like Alpenbank"), viewer, default));
        return
        [
            ("list", listed),
            ("profile", profile == "Alpenbank AG"),
            ("search", found.Result.Rows.Concat(found.Result.ClosedRows).First(row => row.CustomerId == program.CustomerId) is { NameHidden: false, Name: "Alpenbank AG" }),
            ("palette", called.Count > 0),
            ("palette with a slip", nearly.Count > 0),
            ("like", like.Criteria.Items.Any(item => item.Facet == Facet.Like)),
        ];
    }
}
