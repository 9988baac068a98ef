using Bogus;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Who looked up contact details in the last weeks, and the saved views people made.</summary>
internal sealed class DailyUse(DemoWorld world)
{
    private readonly Randomizer dice = new(703);

    /// <summary>Lines of history and saved views.</summary>
    public IEnumerable<object> Rows() => [.. Reveals(), .. Views()];

    private IEnumerable<object> Reveals()
    {
        var owned = world.Customers.Where(customer => customer.Row.OwnerId is not null && customer.Row.Contacts.Count > 0).ToList();
        if (owned.Count == 0)
        {
            yield break;
        }

        for (var day = 45; day > 0; day--)
        {
            for (var look = dice.Int(0, 3); look > 0; look--)
            {
                var customer = dice.Pick(owned).Row;
                var contact = customer.Contacts[0];
                var by = dice.Chance(60) ? world.People.All.First(person => person.Id == customer.OwnerId) : world.People.Of("manager");
                var at = world.Now.AddDays(-day).AddMinutes(-dice.Int(5, 300));
                var right = by.Id == customer.OwnerId ? RevealRight.Owner : RevealRight.Program;
                yield return new ContactReveal(world.Ids.Next(), at, DateOnly.FromDateTime(at), by.Id, contact, right, null, RevealPlace.Profile);
                yield return new HistoryEvent(
                    world.Ids.Next(), at, by.Id, by.Name, SubjectKind.Customer, customer.Id,
                    "contact-revealed", $"Looked up how to reach {contact.Name}", []);
            }
        }
    }

    private IEnumerable<SavedView> Views()
    {
        var manager = world.People.Of("manager").Id;
        var at = world.Now.AddDays(-80);
        yield return new SavedView(world.Ids.Next(), manager, "/references", "DACH banks on Azure", "industry=banking&region=dach&prefer=platform:azure", shared: true, at);
        yield return new SavedView(world.Ids.Next(), manager, "/references", "Free for a call now", "view=free&type=sales-call", shared: true, at.AddDays(11));
        yield return new SavedView(world.Ids.Next(), world.People.Of("rep").Id, "/references", "My DACH banks", "industry=banking&region=dach", shared: false, at.AddDays(30));
    }
}
