namespace ReferenceHub.Core.Data.Demo;

/// <summary>An industry as the demo program knows it: taxonomy keys, how companies are called, how large they are, what they do with the products.</summary>
internal sealed record Trade(string Key, string Parent, int Weight, int Staff, string[] German, string[] English, string[] UseCases)
{
    /// <summary>All industries of the demo program; weights are shares of a hundred.</summary>
    public static IReadOnlyList<Trade> All { get; } =
    [
        new("banking", "finance", 15, 3800, ["Bank", "Handelsbank", "Kreditbank", "Kasse"], ["Bank", "Savings", "Mutual"], ["core-modernisation", "onboarding", "fraud", "reporting"]),
        new("insurance", "finance", 10, 3200, ["Versicherung", "Leben", "Rück"], ["Insurance", "Assurance", "Re"], ["core-modernisation", "service", "fraud", "reporting"]),
        new("wealth", "finance", 4, 700, ["Privatbank", "Vermögen"], ["Capital", "Asset Management"], ["onboarding", "reporting", "analytics"]),
        new("payments", "finance", 3, 900, ["Pay", "Leasing"], ["Pay", "Payments"], ["fraud", "integration", "onboarding"]),
        new("machinery", "manufacturing", 9, 2600, ["Maschinen", "Technik", "Präzision"], ["Machines", "Engineering", "Works"], ["supply-chain", "integration", "mobile"]),
        new("automotive", "manufacturing", 6, 8200, ["Fahrzeugtechnik", "Antriebe"], ["Motors", "Drives"], ["supply-chain", "integration", "automation"]),
        new("chemicals", "manufacturing", 3, 4100, ["Chemie"], ["Chemicals", "Materials"], ["supply-chain", "reporting"]),
        new("e-commerce", "retail", 5, 1200, ["Versand", "Markt"], ["Stores", "Direct"], ["analytics", "service", "integration"]),
        new("grocery", "retail", 3, 14000, ["Lebensmittel", "Märkte"], ["Foods", "Markets"], ["supply-chain", "analytics", "mobile"]),
        new("hospitals", "healthcare", 6, 4200, ["Kliniken", "Klinikum"], ["Hospitals", "Health"], ["mobile", "service", "reporting"]),
        new("pharma", "healthcare", 5, 5600, ["Pharma", "Arznei"], ["Pharma", "Biologics"], ["reporting", "supply-chain", "automation"]),
        new("cities", "public-sector", 5, 2100, ["Stadtverwaltung", "Bürgerdienste"], ["City Services", "County Council"], ["automation", "service", "reporting"]),
        new("education", "public-sector", 2, 1600, ["Hochschule"], ["University"], ["analytics", "service"]),
        new("energy", "energy", 8, 2900, ["Energie", "Stadtwerke", "Kraftwerke"], ["Energy", "Power", "Water"], ["mobile", "analytics", "reporting"]),
        new("logistics", "logistics", 7, 5200, ["Logistik", "Spedition", "Cargo"], ["Logistics", "Cargo", "Freight"], ["supply-chain", "mobile", "integration"]),
        new("telecommunications", "telecommunications", 4, 6100, ["Telecom", "Netz"], ["Telecom", "Networks"], ["service", "automation", "fraud"]),
        new("software", "technology", 3, 650, ["Software", "Systeme"], ["Software", "Systems"], ["integration", "analytics", "automation"]),
        new("media", "media", 2, 900, ["Verlag", "Medien"], ["Media", "Press"], ["analytics", "automation"]),
    ];

    /// <summary>The industry with a taxonomy key.</summary>
    public static Trade Of(string key) => All.First(trade => trade.Key == key);
}
