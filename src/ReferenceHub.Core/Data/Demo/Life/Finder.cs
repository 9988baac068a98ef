using Bogus;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>A customer to ask, with the person there; closed when only an override would do.</summary>
internal sealed record Found(DemoCustomer Customer, Guid? ContactId, bool Closed);

/// <summary>Finds whom a program manager would propose: the best fit that is free, the well-known ones first.</summary>
internal sealed class Finder(DemoWorld world)
{
    private const int Looked = 70;
    private readonly ILookup<string, DemoCustomer> byIndustry = world.Customers.ToLookup(customer => customer.Sketch.Trade.Parent, StringComparer.Ordinal);

    /// <summary>The best one that fits the plan and is no candidate of it yet; a closed one only where an override is thought of.</summary>
    public Found? Find(RequestLife life, Randomizer dice, bool overLimits = false)
    {
        var asked = life.Row.Candidates.Select(candidate => candidate.CustomerId).ToHashSet();
        return Among(byIndustry[life.Plan.Deal.Prospect.Trade.Parent].ToList(), life, asked, dice, overLimits)
            ?? (dice.Chance(60) ? Among(world.Customers, life, asked, dice, overLimits: false) : null);
    }

    /// <summary>Further ones that are free, those of the prospect's trade first, without a throw of the dice.</summary>
    public IReadOnlyList<Found> Further(RequestLife life, int count)
    {
        var asked = life.Row.Candidates.Select(candidate => candidate.CustomerId).ToHashSet();
        return
        [
            .. world.Customers.Where(customer => !asked.Contains(customer.Row.Id) && MayAct(customer, life))
                .OrderByDescending(customer => customer.Sketch.Trade.Parent == life.Plan.Deal.Prospect.Trade.Parent)
                .ThenByDescending(customer => Fit(customer, life.Plan) * customer.Sketch.Appeal)
                .Select(customer => Open(customer, life)).OfType<Found>().Take(count),
        ];
    }

    private Found? Among(List<DemoCustomer> some, RequestLife life, HashSet<Guid> asked, Randomizer dice, bool overLimits)
    {
        var fits = Sample(some, dice)
            .Where(customer => !asked.Contains(customer.Row.Id) && MayAct(customer, life))
            .Select(customer => (Customer: customer, Score: Fit(customer, life.Plan) * customer.Sketch.Appeal * dice.Double(0.6, 1.4)))
            .Where(pair => pair.Score > 0)
            .OrderByDescending(pair => pair.Score)
            .Select(pair => pair.Customer)
            .ToList();
        return fits.Select(customer => Open(customer, life)).FirstOrDefault(found => found is not null)
            ?? (overLimits ? fits.Select(customer => AnyBody(customer, life)).FirstOrDefault(found => found is not null) : null);
    }

    /// <summary>The customer with a willing contact who is free on the day it would count; null when closed.</summary>
    public Found? Open(DemoCustomer customer, RequestLife life)
    {
        var type = life.Plan.Type;
        if (type.Minutes == 0)
        {
            return customer.Ledger.Check(type, null, life.CountsOn).Allowed ? new Found(customer, null, Closed: false) : null;
        }

        var free = Willing(customer, life).FirstOrDefault(contact => customer.Ledger.Check(type, contact.Id, life.CountsOn).Allowed);
        return free is null ? null : new Found(customer, free.Id, Closed: false);
    }

    /// <summary>Somebody there who is willing, free or not.</summary>
    public static Found? AnyBody(DemoCustomer customer, RequestLife life) =>
        Willing(customer, life).FirstOrDefault() is { } contact ? new Found(customer, contact.Id, Closed: true) : null;

    private static IEnumerable<Contact> Willing(DemoCustomer customer, RequestLife life) =>
        customer.Row.Contacts.Where(contact => contact.LeftAt is null && contact.PausedUntil is null && contact.Willing.Contains(life.Plan.Type.Scope));

    private static List<DemoCustomer> Sample(List<DemoCustomer> all, Randomizer dice) =>
        all.Count <= Looked ? all : [.. Enumerable.Range(0, Looked).Select(_ => dice.Pick(all)).Distinct()];

    private bool MayAct(DemoCustomer customer, RequestLife life) =>
        customer.ActiveFrom <= life.Today && life.CountsOn <= customer.ActiveUntil && customer.Row.OwnerId is not null
        && customer.Row.PermissionOn(life.Plan.Type.Scope, world.Today) != PermissionStatus.Denied;

    private static double Fit(DemoCustomer customer, RequestPlan plan)
    {
        var prospect = plan.Deal.Prospect;
        var products = plan.Deal.Products.Count(customer.Sketch.Products.Contains) / (double)plan.Deal.Products.Count;
        var industry = customer.Sketch.Trade.Key == prospect.Trade.Key || customer.Sketch.Trade.Key == plan.OrIndustry ? 1 : 0.45;
        var region = customer.Sketch.Country.Key == prospect.Country.Key ? 1
            : customer.Sketch.Country.Region == prospect.Country.Region ? 0.85
            : plan.SameRegion ? 0.12 : 0.5;
        return products < 0.5 ? 0 : industry * region * products;
    }
}
