using Bogus;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Gives customers at least three contacts with languages, wishes and willingness.</summary>
internal sealed class ContactMaker(DemoWorld world)
{
    private static readonly string[] Titles =
    [
        "Chief information officer", "Head of core systems", "IT operations", "Communications lead", "Head of platform", "Programme manager", "Chief operating officer",
        "Head of data", "Enterprise architect", "Head of service", "Procurement lead", "Head of digital",
    ];

    private static readonly string[] Wishes =
        ["1 call a quarter, mornings", "No press", "Approves every public word", "2 visits a year", "Calls up to 30 minutes", "By e-mail first, please", "Not in December", "Likes to speak on stage"];

    private static readonly (PermissionScope Scope, double Percent)[] Willing =
    [
        (PermissionScope.SalesCall, 82), (PermissionScope.SiteVisit, 40), (PermissionScope.Analyst, 46), (PermissionScope.Press, 30), (PermissionScope.Event, 44),
        (PermissionScope.Rfp, 60), (PermissionScope.Quote, 48), (PermissionScope.Logo, 30), (PermissionScope.Story, 34), (PermissionScope.Video, 20),
    ];

    private static readonly Dictionary<string, (string Name, string Title)[]> Known = new(StringComparer.Ordinal)
    {
        ["Alpenbank AG"] = [("Dr. Anna Brandner", "Chief information officer"), ("Markus Feld", "Head of core banking"), ("Sofia Keller", "Communications lead"), ("Peter Anzinger", "IT operations")],
        ["Rheinische Versicherung"] = [("Dr. Ute Hansen", "Head of platform"), ("Karsten Vogt", "Chief operating officer"), ("Melanie Orth", "Communications lead")],
    };

    private readonly Randomizer dice = new(203);

    // Of their own, so that the rest of the demo program stays as it is.
    private readonly Randomizer topicDice = new(204);

    /// <summary>Adds the contacts.</summary>
    public void AddTo(Customer row, CustomerSketch sketch)
    {
        var known = Known.GetValueOrDefault(sketch.Name);
        var count = known?.Length ?? (dice.Double() switch { < 0.74 => 3, < 0.95 => 4, _ => 5 });
        var titles = dice.ArrayElements(Titles, count);
        for (var place = 0; place < count; place++)
        {
            var name = known is null ? world.Names.FullName(sketch.Country) : known[place].Name;
            row.Contacts.Add(Person(row, sketch, place, name, known is null ? titles[place] : known[place].Title));
        }
    }

    private Contact Person(Customer row, CustomerSketch sketch, int place, string name, string title)
    {
        var contact = new Contact(world.Ids.Next(), row.Id, name);
        contact.Describe(
            name, title, PeopleNames.Email(name, CompanyNames.Domain(sketch.Name)), world.Names.Phone(sketch.Country),
            sketch.Country.Languages.Where((_, order) => order == 0 || dice.Chance(60)), sketch.Country.ZoneId);
        // The first person at an active customer is the one who takes calls.
        var willing = Willing.Where(scope => (place == 0 && sketch.Status != ReferenceStatus.Candidate && scope.Scope is PermissionScope.SalesCall or PermissionScope.Event) || dice.Chance(scope.Percent))
            .Select(scope => scope.Scope);
        contact.Agree(willing, dice.Chance(14) || sketch.Name == "Alpenbank AG" ? 60 : null, dice.Chance(38) ? dice.Pick(Wishes) : null);
        contact.SpeakAbout(Topics(sketch, title));
        if (place > 1 && dice.Chance(5))
        {
            contact.Leave(world.Now.AddDays(-dice.Int(10, 300)));
        }
        else if (place > 0 && dice.Chance(4) || name == "Peter Anzinger")
        {
            contact.Pause(world.Today.AddDays(dice.Int(12, 90)));
        }

        return contact;
    }

    // About half of the people say what they speak about best.
    private List<string> Topics(CustomerSketch sketch, string title) =>
        title is "Procurement lead" or "Communications lead" ? [] : [.. sketch.Trade.UseCases.Where((_, place) => topicDice.Chance(place == 0 ? 34 : 16))];
}
