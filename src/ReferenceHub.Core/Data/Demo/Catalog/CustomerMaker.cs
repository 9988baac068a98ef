using Bogus;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Makes customers in full from their outlines.</summary>
internal sealed class CustomerMaker(DemoWorld world)
{
    private static readonly string[] Stories =
    [
        "Moved {0} to {1} in {2} weeks without a day of downtime.",
        "Cut the cost of {0} by {2} % in the first year with {1}.",
        "Rolled out {1} for {0} to all sites; the team is proud of it and says so.",
        "Replaced three systems for {0} with {1}; go-live was {2} days early.",
    ];

    private static readonly string[] NoteTexts =
    [
        "Prefers a call a week ahead; never on Fridays.", "New CIO since spring, wants to be asked herself before any press.", "Budget talks in the fourth quarter: keep asks short.",
        "Very good speaker, keep for Atlas Day.", "Asked us to bring a peer along to visits.", "Support case of last year is settled; they tell it as a success by now.",
    ];

    private readonly Randomizer dice = new(202);
    private readonly ContactMaker contacts = new(world);
    private readonly ConsentMaker consents = new(world);
    private readonly ContentMaker content = new(world);
    private readonly EvidenceMaker evidence = new(world);
    private int made;

    /// <summary>A customer with contacts, products, attributes, permissions and content.</summary>
    public DemoCustomer Make(CustomerSketch sketch)
    {
        made++;
        var start = world.Now.AddDays(-DemoWorld.DaysBack - 45);
        var joined = sketch.InStory || dice.Chance(80) ? start.AddHours(made % 40) : world.Now.AddDays(-dice.Int(20, DemoWorld.DaysBack - 20));
        var owner = sketch.Owner is { } mail ? world.People.Of(mail) : null;
        var row = new Customer(world.Ids.NextQuiet(), Facts(sketch), owner?.Id, joined);
        row.MoveToTier(sketch.Tier);
        row.Confide(Secrets(sketch));
        Use(row, sketch);
        contacts.AddTo(row, sketch);
        consents.AddTo(row, sketch, joined);
        content.AddTo(row, sketch);
        consents.CoverContent(row, joined);
        var customer = new DemoCustomer(row, sketch) { ActiveFrom = world.DayOf(joined).AddDays(14) };
        Stand(customer);
        Verify(row, sketch, joined);
        evidence.Prove(row, sketch);
        return customer;
    }

    /// <summary>What must be saved before the customers made since: signed forms.</summary>
    public IReadOnlyList<object> TakeEvidence() => evidence.Take();

    /// <summary>Files of content made since it was asked last, to be saved before the customers.</summary>
    public IReadOnlyList<object> TakeFiles() => content.TakeFiles();

    /// <summary>Versions and words of content made since it was asked last, to be saved after the customers.</summary>
    public IReadOnlyList<object> TakeContent() => content.TakeRest();

    private CompanyFacts Facts(CustomerSketch sketch)
    {
        var months = sketch.LiveMonths + dice.Int(3, 24);
        return new CompanyFacts
        {
            Name = sketch.Name,
            ExternalId = $"CRM-{20417 + made}",
            IndustryId = world.Term(TermKind.Industry, sketch.Trade.Key),
            RegionId = world.Term(TermKind.Region, sketch.Country.Key),
            City = sketch.City,
            Employees = sketch.Employees,
            RevenueMillions = Dice.Rounded(Math.Max(2, sketch.Employees * dice.Double(0.12, 0.45))),
            Founded = dice.Chance(85) ? dice.Int(1868, 2014) : null,
            ParentName = dice.Chance(9) ? world.Companies.Next(sketch.Trade, sketch.Country) : null,
            Website = "https://" + CompanyNames.Domain(sketch.Name),
            CustomerSince = world.Today.AddMonths(-months),
            Story = dice.Chance(70) || sketch.InStory ? StoryOf(sketch) : null,
        };
    }

    private string StoryOf(CustomerSketch sketch) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture, dice.Pick(Stories), world.TermName(TermKind.UseCase, sketch.Trade.UseCases[0]).ToLowerInvariant(),
        world.TermName(TermKind.Product, sketch.Products[0]), dice.Int(9, 32));

    private CustomerSecrets Secrets(CustomerSketch sketch)
    {
        var unhappy = sketch.Status is ReferenceStatus.DoNotUse or ReferenceStatus.Retired;
        var health = (int)Math.Clamp(dice.Double() * 45 + (unhappy ? 25 : 54), 12, 98);
        return new CustomerSecrets
        {
            Health = dice.Chance(93) || sketch.InStory ? health : null,
            Nps = dice.Chance(78) || sketch.InStory ? Math.Clamp((health / 10) + dice.Int(-1, 2), 0, 10) : null,
            RenewalOn = world.Today.AddDays(dice.Int(12, 720)),
            OpenEscalations = dice.Chance(unhappy ? 60 : 9) ? dice.Int(1, 3) : 0,
            Notes = dice.Chance(30) ? dice.Pick(NoteTexts) : null,
        };
    }

    private void Use(Customer row, CustomerSketch sketch)
    {
        var place = world.TermName(TermKind.Platform, sketch.Platforms[0]);
        var live = world.Today.AddMonths(-sketch.LiveMonths).AddDays(-dice.Int(0, 27));
        foreach (var product in sketch.Products)
        {
            var use = new ProductUse(world.Ids.Next(), row.Id, world.Term(TermKind.Product, product));
            use.Describe(
                dice.PickBy([("Enterprise", 4), ("Standard", 5), ("Cloud", 2)], edition => edition.Item2).Item1,
                sketch.Platforms[0] is "azure" or "aws" or "google-cloud" ? $"{place}, {(sketch.Country.Region == "north-america" ? "US East" : "West Europe")}" : place,
                live < world.Today ? live : world.Today.AddDays(-40),
                dice.Chance(38) ? dice.Pick(["Corvus Core 7", "In-house reports", "Vantor Suite", "Spreadsheets", "Oldgate ERP", "In-house build"]) : null);
            row.Products.Add(use);
            live = live.AddMonths(dice.Int(1, 8));
        }

        var attributes = sketch.Platforms.Select(key => (TermKind.Platform, key))
            .Concat(Languages(sketch).Select(key => (TermKind.Language, key)))
            .Concat(sketch.Trade.UseCases.Where((_, place) => place == 0 || dice.Chance(45)).Select(key => (TermKind.UseCase, key)))
            .Concat(dice.Some(["sap", "salesforce", "dynamics", "servicenow", "oracle", "workday"], 24).Select(key => (TermKind.Integration, key)))
            .Append((TermKind.Deployment, sketch.Platforms.Contains("on-premises") ? (sketch.Platforms.Count > 1 ? "hybrid" : "self-hosted") : dice.Chance(80) ? "saas" : "self-hosted"));
        row.Attributes.AddRange(attributes.Distinct().Select(term => new CustomerAttribute(row.Id, world.Term(term.Item1, term.Item2))));
    }

    private IEnumerable<string> Languages(CustomerSketch sketch) =>
        sketch.Country.Languages.Where((_, place) => place == 0 || sketch.InStory && place == 1 || dice.Chance(70));

    private void Stand(DemoCustomer customer)
    {
        var row = customer.Row;
        switch (customer.Sketch.Status)
        {
            case ReferenceStatus.Active:
                row.Activate();
                break;
            case ReferenceStatus.Paused:
                row.Activate();
                var until = customer.Sketch.InStory ? new DateOnly(world.Today.AddMonths(2).Year, 3, 1) : world.Today.AddDays(dice.Int(10, 120));
                row.Pause(until > world.Today ? until : world.Today.AddDays(90), dice.Pick(["Asked for a rest", "Moving to a new data centre", "Change of management"]));
                customer.ActiveUntil = world.Today.AddDays(-25);
                break;
            case ReferenceStatus.Retired:
                row.Retire(dice.Pick(["Left Atlas for a group-wide system", "Merged into its parent", "No longer wishes to act"]));
                customer.ActiveUntil = world.Today.AddDays(-dice.Int(200, 500));
                break;
            case ReferenceStatus.DoNotUse:
                row.ForbidUse(dice.Pick(["Escalation before the board", "Contract dispute", "Asked never to be named", "Data incident under review"]));
                customer.ActiveUntil = world.Today.AddDays(-dice.Int(150, 400));
                break;
            default:
                customer.ActiveUntil = DateOnly.MinValue;
                break;
        }

        if (customer.Sketch.InStory)
        {
            customer.ActiveUntil = world.Today.AddDays(-380);
        }
    }

    private void Verify(Customer row, CustomerSketch sketch, DateTime joined)
    {
        var age = sketch.InStory && sketch.Name == "Alpenbank AG" ? 12 : dice.Double() switch { < 0.68 => dice.Int(2, 170), < 0.86 => dice.Int(185, 330), _ => -1 };
        var at = world.Now.AddDays(-age).AddHours(-3);
        if (age >= 0 && row.OwnerId is { } owner && at > joined)
        {
            row.Verify(owner, at, world.DayOf(at));
        }
    }
}
