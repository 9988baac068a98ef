using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>The customers that the open requests of the demo program are told with; the same as in the product's pictures.</summary>
internal static class Story
{
    private static readonly string[] All3 = ["atlas", "beacon", "comet"];

    /// <summary>The customers, the best known first.</summary>
    public static IReadOnlyList<CustomerSketch> Customers { get; } =
    [
        Of("Alpenbank AG", "banking", "de", "Munich", 5400, All3, ["azure"], "owner", 26, 2) with { Tier = Tier.Lighthouse },
        Of("Rheinische Versicherung", "insurance", "de", "Cologne", 3100, All3, ["azure", "on-premises"], "miriam.falk", 19, 2),
        Of("Bodensee Leben", "insurance", "de", "Konstanz", 2400, All3, ["azure"], "miriam.falk", 31, 1),
        Of("Wiener Handelsbank", "banking", "at", "Vienna", 6800, All3, ["azure"], "owner", 14, 0),
        Of("Hansa Rück", "insurance", "de", "Hamburg", 2900, All3, ["azure"], "owner", 40, 3),
        Of("Helvia Grossbank", "banking", "ch", "Zurich", 20400, All3, ["azure"], "carla.bianchi", 48, 1) with { Tier = Tier.Confidential },
        Of("Banque Lémanique", "banking", "ch", "Lausanne", 4100, All3, ["azure"], "carla.bianchi", 22, 1) with { Tier = Tier.Confidential },
        Of("Sparkontor Tirol", "banking", "at", "Innsbruck", 1900, All3, ["aws"], "owner", 17, 1),
        Of("Zürcher Kantonskasse", "banking", "ch", "Zurich", 4700, All3, ["azure"], "carla.bianchi", 29, 2),
        Of("Norddeutsche Kasse", "banking", "de", "Hanover", 8300, All3, ["azure"], "owner", 44, 4),
        Of("Säntis Versicherungen", "insurance", "ch", "St. Gallen", 3600, All3, ["azure"], "carla.bianchi", 20, 2),
        Of("Donau Hypotheken", "banking", "at", "Linz", 2200, All3, ["aws"], "jonas.weber", 25, 2) with { Status = ReferenceStatus.Paused },
        Of("Limmat Privatbank", "wealth", "ch", "Zurich", 900, ["atlas", "beacon"], ["azure"], "carla.bianchi", 33, 1),
        Of("Nordmark Energie", "energy", "de", "Kiel", 7200, ["atlas", "comet"], ["azure"], "owner", 38, 5),
        Of("Bergland Maschinen", "machinery", "de", "Kempten", 3800, ["atlas", "comet", "delta"], ["on-premises"], "owner", 28, 4),
        Of("Medivia Kliniken", "hospitals", "de", "Leipzig", 11500, ["atlas", "beacon", "ember"], ["azure"], "owner", 23, 3),
        Of("Stadtwerke Lindau", "energy", "de", "Lindau", 640, ["beacon", "comet"], ["private-cloud"], "owner", 30, 2),
        Of("Tirol Mobil", "logistics", "at", "Innsbruck", 1450, ["beacon", "delta"], ["aws"], "owner", 16, 1),
        Of("Jura Präzision", "machinery", "ch", "Delémont", 760, ["atlas", "delta"], ["on-premises"], "owner", 51, 1),
        Of("Klinik Reichenau", "hospitals", "de", "Konstanz", 1250, ["atlas", "beacon"], ["azure"], "owner", 27, 1),
    ];

    private static CustomerSketch Of(
        string name, string trade, string country, string city, int employees, string[] products, string[] platforms, string owner, int liveMonths, double appeal) => new()
        {
            Name = name,
            Trade = Trade.Of(trade),
            Country = Country.Of(country),
            City = city,
            Employees = employees,
            Products = products,
            Platforms = platforms,
            Owner = owner,
            LiveMonths = liveMonths,
            Appeal = appeal,
            InStory = true,
        };
}
