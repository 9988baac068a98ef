using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

internal sealed partial class StoryNow
{
    private const string Tender = """
        1. A utility or energy company in DACH that runs Comet
        2. Comet connected to SAP
        3. At least 1,000 staff
        4. Live for more than a year
        5. German-speaking contact who can be named
        """;

    private IEnumerable<(RequestPlan, Func<RequestLife, IEnumerable<DateTime>>)> Others()
    {
        yield return Tell(
            Plan(Deal("Corvus Logistik", "group roll-out", "logistics", "de", 6200, "Maren Thiel", "rep2", ["beacon"], 310_000, 3, 30), Call, "tom.orth", 5, "Carrier, Beacon at 40 sites or more", 19, "Integration with SAP"),
            Scene.Take(18.4), scene.Ask(18), Scene.Yes(16, 0), Scene.No(12, 0, "No time this month"), scene.Ask(11.5), Scene.Quiet(7.4, 1), scene.Ask(7, "Tirol Mobil"));
        yield return Tell(
            Plan(Deal("Stadtwerke Isar", "integration hub", "energy", "de", 2100, "Korbinian Lang", "amelie.roux", ["comet"], 1_200_000, 4, 21), ActivityKeys.Rfp, "manager", 4, "3 utilities on Comet that may be named", 22) with { Wanted = 3, Requirements = Tender },
            Scene.Take(20.5), scene.File(20.2, "amelie.roux", "Requirements of the hub.pdf", "Stadtwerke Isar: integration hub", "References: three utilities, named, with a person to call"),
            Scene.Several(6.2), scene.Ask(6, "Stadtwerke Lindau"), scene.Ask(5.9, "Nordmark Energie"));
        yield return Tell(
            Plan(Deal("Pernova Pharma", "core platform", "pharma", "de", 5300, "Dr. Lena Koch", "lukas.brandt", ["atlas"], 640_000, 4, 28), Call, "manager", 6, "Validated Atlas on Azure", 13, "Audit and regulator"),
            Scene.Take(12.4), scene.Ask(12), Scene.Yes(10, 0), Scene.No(7, 0, Phrases.TooSmall), scene.Ask(6.5), Scene.Yes(2, 1));
        yield return Tell(
            Plan(Deal("Aurelia Foods", "supply and stores", "grocery", "fr", 9800, "Chloé Martin", "amelie.roux", ["atlas"], 220_000, 3, 44), Call, "manager", 8, "Food maker on Atlas, French speaking", 10) with { Writer = world.People.Of("marketing"), ContentTried = "The story of Bergland Maschinen" },
            Scene.Take(2));
        yield return Tell(
            Plan(Deal("Kessler Leasing", "core platform", "payments", "gb", 1300, "Gareth Wynn", "priya.nair", ["comet"], 180_000, 3, 36), Call, "manager", 9, "Leasing on Comet, came from Vantor", 8));
        yield return Tell(
            Plan(Deal("Hafen Nord Versicherung", "claims", "insurance", "de", 1700, "Imke Jansen", "rep2", ["beacon"], 150_000, 3, 50), Call, "manager", 12, "Insurer with Beacon for claims", 1));
        yield return Tell(
            Plan(Deal("Solvane Energy", "analytics", "energy", "nl", 7600, "Bram Kuiper", "lukas.brandt", ["beacon"], 2_100_000, 4, 40), ActivityKeys.Press, "manager", 30, "Beacon in a regulated grid, for a press talk", 80) with { SameRegion = false },
            Scene.Take(78), scene.Ask(55), Scene.Yes(5, 0));
        yield return Tell(
            Plan(Deal("Lindqvist Retail", "branch roll-out", "e-commerce", "gb", 3300, "Hugo Ek", "priya.nair", ["atlas"], 760_000, 4, 85), ActivityKeys.Event, "manager", 78, "Retailer who speaks about Atlas at the winter forum", 150) with { SameRegion = false },
            Scene.Take(147), scene.Ask(140), Scene.No(120, 0, "Has done enough this year"), scene.Ask(116), Scene.Yes(90, 1), Scene.Yes(40, 1), scene.Book(3, 1, 330));
        yield return Tell(
            Plan(Deal("Elster Klinikum", "service desk", "hospitals", "de", 4800, "Dr. Paul Arndt", "marketing", ["atlas", "beacon"], 270_000, 3, 90), ActivityKeys.Event, "manager", 82, "Hospital on stage at the health summit", 24),
            Scene.Take(22), scene.Ask(4, "Klinik Reichenau"));
        yield return Tell(
            Plan(Deal("Calder Rück", "renewal and growth", "insurance", "de", 3000, "Nina Faber", "hannah.kessler", ["atlas", "comet"], 350_000, 3, 66), ActivityKeys.Analyst, "tom.orth", 26, "Reinsurer who talks to an analyst about Comet", 40),
            Scene.Take(38), scene.Ask(20, "Hansa Rück"));
        yield return Tell(
            Plan(Deal("Ostara Pay", "pilot", "payments", "de", 420, "Leon Bauer", "felix.baumann", ["ember"], 95_000, 3, 35), Call, "tom.orth", 7, "Payments company on Ember", 22),
            Scene.Take(20), scene.Ask(19), Scene.No(11, 0, "Legal does not allow it"), Scene.Later(9, 12, "Only one more fits, back on the day after tomorrow; requester agreed"));
        yield return Tell(
            Plan(Deal("Ortenau Bank", "core platform", "banking", "de", 4400, "Ruth Lehmann", "felix.baumann", ["atlas", "beacon"], 540_000, 3, 100), ActivityKeys.Event, "tom.orth", 70, "Large bank on stage at Atlas Day", 60),
            Scene.Take(58), scene.Ask(52, "Helvia Grossbank"), Scene.Yes(30, 0));
        yield return Tell(
            Plan(Deal("Ravensby Freight", "mobile teams", "logistics", "us", 5900, "Dana Whitlock", "emily.carter", ["delta"], 230_000, 3, 48), ActivityKeys.Rfp, "tom.orth", 9, "Carrier that may be named for Delta", 3));
        yield return Tell(
            Plan(Deal("Grimsel Maschinen", "integration hub", "machinery", "ch", 1400, "Beat Zaugg", "lukas.brandt", ["atlas", "delta"], 160_000, 3, 29), Call, "tom.orth", 8, "Machine builder on Atlas and Delta", 21),
            Scene.Take(19), scene.Ask(17.5, "Jura Präzision"), Scene.Yes(14, 0), scene.Say(5, "tom.orth", "Called twice; they promised an answer today."));
    }
}
