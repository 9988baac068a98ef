using Bogus;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Outlines customers by chance: skewed over industries, regions, products and platforms, a few much in demand, a quarter never asked.</summary>
internal sealed class SketchBook(DemoWorld world)
{
    private static readonly (string Key, double Percent)[] Products = [("atlas", 72), ("beacon", 50), ("comet", 38), ("delta", 24), ("ember", 15)];
    private static readonly (string Key, int Weight)[] Platforms = [("azure", 44), ("aws", 22), ("on-premises", 17), ("google-cloud", 8), ("private-cloud", 9)];
    private readonly Randomizer dice = new(201);

    /// <summary>The customers of the story first, then as many more as asked for.</summary>
    public IEnumerable<CustomerSketch> Draw(int count)
    {
        foreach (var sketch in Story.Customers.Take(count))
        {
            world.Companies.Take(sketch.Name);
            yield return sketch;
        }

        for (var made = Story.Customers.Count; made < count; made++)
        {
            yield return One();
        }
    }

    private CustomerSketch One()
    {
        var trade = dice.PickBy(Trade.All, item => item.Weight);
        var country = dice.PickBy(Country.All, item => item.Weight);
        var status = Status();
        return new CustomerSketch
        {
            Name = world.Companies.Next(trade, country),
            Trade = trade,
            Country = country,
            City = dice.Pick(country.Cities),
            Employees = Math.Max(40, Dice.Rounded(dice.Around(trade.Staff, 1.1))),
            Products = Chosen(),
            Platforms = [.. Run()],
            Tier = dice.Double() switch { < 0.08 => Tier.Lighthouse, < 0.13 => Tier.Confidential, _ => Tier.Standard },
            Status = status,
            Owner = Owner(status),
            Appeal = dice.Double() switch { < 0.22 => 0, < 0.32 => dice.Double(3, 6), _ => dice.Double(0.4, 1.6) },
            LiveMonths = dice.Int(3, 60),
        };
    }

    private ReferenceStatus Status() => dice.Double() switch
    {
        < 0.74 => ReferenceStatus.Active,
        < 0.86 => ReferenceStatus.Candidate,
        < 0.90 => ReferenceStatus.Paused,
        < 0.96 => ReferenceStatus.Retired,
        _ => ReferenceStatus.DoNotUse,
    };

    private List<string> Chosen()
    {
        var chosen = Products.Where(product => dice.Chance(product.Percent)).Select(product => product.Key).ToList();
        return chosen.Count > 0 ? chosen : [dice.PickBy(Products, product => product.Percent).Key];
    }

    private IEnumerable<string> Run()
    {
        var main = dice.PickBy(Platforms, platform => platform.Weight).Key;
        yield return main;
        if (dice.Chance(18) && dice.PickBy(Platforms, platform => platform.Weight).Key is var second && second != main)
        {
            yield return second;
        }

        if (main != "on-premises" && dice.Chance(14))
        {
            yield return "kubernetes";
        }
    }

    private string? Owner(ReferenceStatus status)
    {
        if (status != ReferenceStatus.Active && dice.Chance(12))
        {
            return null;
        }

        var owner = dice.Chance(1.5) ? world.People.Owners[0] : dice.Pick(world.People.Owners.Skip(1).ToList());
        return owner.Email![..owner.Email!.IndexOf('@', StringComparison.Ordinal)];
    }
}
