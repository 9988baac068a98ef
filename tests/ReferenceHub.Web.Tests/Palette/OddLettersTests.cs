using System.Net;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Web;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Web.Tests.Palette;

/// <summary>Letters that no name has find nothing, on a database that takes no broken ones: pictures, halves of them, and words cut in the middle of one.</summary>
public sealed class OddLettersTests
{
    [PostgresFact]
    public async Task Pictures_and_halves_of_them_find_nothing_and_break_nothing()
    {
        using var app = new WebApp(DatabaseProvider.PostgreSql);
        var (manager, administrator) = (await app.SignedInAsync(Roles.ProgramManager), await app.SignedInAsync(Roles.Administrator));
        await app.AddAsync(Given.Customer("Alpenbank"), Given.Opportunity(manager.Person!.Id, "Banking on it"));
        string[] typed =
        [
            "%F0%9F%98%80", "%ED%A0%BD", "%F0%9F%98", "%ED%A0%BD+%ED%B8%80", "like+%F0%9F%98%80%F0%9F%98%80%F0%9F%98%80", "%F0%90%90%B7%F0%90%90%B7%F0%90%90%B7%F0%90%90%B7%F0%90%90%B7",
            new string('x', Criteria.TextLength - 1) + "%F0%9F%98%80",
        ];
        foreach (var words in typed)
        {
            foreach (var visitor in new[] { manager, administrator })
            {
                var page = await visitor.GetAsync($"/palette?q={words}");
                page.Status.ShouldBe(HttpStatusCode.OK, words);
                page.All("a.palette-item").ShouldBeEmpty(words);
            }

            (await manager.GetAsync($"/references?q={words}")).Status.ShouldBe(HttpStatusCode.OK, words);
        }
    }
}
