using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

internal sealed partial class StoryNow
{
    // What rep@ sees under "mine": one request in every state.
    private IEnumerable<(RequestPlan, Func<RequestLife, IEnumerable<DateTime>>)> Rita()
    {
        yield return Tell(
            Plan(Deal("Northwind Bank", "core platform", "banking", "de", 5200, "Henrik Sand", "rep", ["atlas", "beacon", "comet"], 480_000, 3, 25, 4821), Call, "manager", 9,
                "Bank or insurer in DACH, runs Atlas, Beacon and Comet on Azure, about 5,000 staff, German speaking, live more than a year", 2, "Migration effort: people and weeks; first-year running cost against forecast; what they would do differently")
                with
            { OrIndustry = "insurance", Prefers = [(Facet.Platform, "azure"), (Facet.Size, "2000-10000"), (Facet.Language, "de")] },
            Scene.Take(1.8));
        yield return Tell(
            Plan(Deal("Inntal Leasing", "core platform", "payments", "at", 1100, "Birgit Huber", "rep", ["atlas", "beacon"], 210_000, 4, 19), Call, "manager", 8, "Leasing or insurer on Atlas and Beacon", 44, "Effort for upgrades; how branch staff took to it"),
            Scene.Take(43.6), scene.Ask(43, "Säntis Versicherungen"), scene.Ask(42.9, "Limmat Privatbank"), scene.Propose(42.8, "Rheinische Versicherung"),
            Scene.No(38, 1, "Renewal talks until January"), Scene.Yes(37, 0), Scene.Yes(31, 0, "Mornings are best"), scene.Book(26, 0, 14), scene.Follow(30, "lukas.brandt"), scene.Say(25, "rep", "Birgit can do mornings, also 14:00. Thanks for being so quick."),
            scene.Say(24, "manager", "@Lukas Brandt the deal is yours from Monday, they know you already."));
        yield return Tell(
            Plan(Deal("Orsa Telecom", "service desk", "telecommunications", "de", 12400, "Nils Ahrens", "rep", ["atlas", "beacon"], 530_000, 3, 45), Call, "manager", 18, "Telco on Atlas, 10,000 users or more", 12),
            Scene.Take(11), Scene.Hold(5, "Is the date firm? Their board meets on the 10th."));
        yield return Tell(
            Plan(Deal("Brightwater Group", "analytics", "media", "de", 4100, "Claire Voss", "rep", ["beacon"], 890_000, 4, 38), ActivityKeys.Analyst, "tom.orth", 34, "Publisher who talks to an analyst about Beacon", 60),
            Scene.Take(58), scene.Ask(50), Scene.Yes(12, 0));
        yield return Tell(
            Plan(Deal("Sihl Versicherung", "renewal and growth", "insurance", "ch", 2300, "Reto Graf", "rep", ["atlas", "comet"], 175_000, 3, 33), Call, "manager", 10, "Bank or insurer on Atlas and Comet, German speaking", 6) with { OrIndustry = "banking" },
            Scene.Take(5.4), scene.Ask(5, "Sparkontor Tirol"), scene.LineUp(4.8, 3));
        yield return Tell(
            Plan(Deal("Lech Kraftwerke", "integration hub", "energy", "at", 1800, "Georg Pichler", "rep", ["atlas", "comet"], 320_000, 3, 52), Call, "manager", 14, "Utility on Atlas and Comet", 0.5));
        var varenne = Deal("Varenne Leben", "core platform", "insurance", "de", 2700, "Silke Brand", "rep", ["atlas", "beacon"], 410_000, 4, 24);
        yield return Tell(
            Plan(varenne, Call, "manager", 11, "Life insurer on Atlas and Beacon", 20, "First-year running cost against forecast"),
            Scene.Take(19.3), scene.Ask(19, "Bodensee Leben"), Scene.Yes(16.4, 0), Scene.Yes(9, 0, "Next week, any afternoon"), scene.Offer(6, 0, Party.Requester, 18, 26, 34));
        yield return Tell(
            Plan(varenne, Call, "manager", 12, "Somebody at a life insurer who has moved to Atlas", 15) with { Requester = world.People.Of("felix.baumann") },
            Scene.Take(14.4), scene.Merge(14));
        yield return Tell(
            Plan(Deal("Marwede Kliniken", "mobile teams", "hospitals", "de", 6200, "Dr. Jana Roth", "rep", ["atlas", "beacon"], 290_000, 3, 41), Call, "manager", 12, "Hospital group on Atlas and Beacon", 9),
            Scene.Take(8.6), scene.Ask(8, "Medivia Kliniken"), scene.LineUp(7.9, 2), Scene.Yes(6, 0), Scene.No(1.5, 0, "In the middle of a release"));
        yield return Tell(
            Plan(Deal("Nordholm Bank", "core platform", "banking", "de", 3900, "Ole Petersen", "rep", ["atlas"], 620_000, 4, 15), Call, "manager", 6, "Bank on Atlas that has left an older core", 70),
            Scene.Take(69), scene.Ask(68.5), Scene.Yes(66, 0), Scene.Yes(61, 0), scene.Book(55, 0, -6), Scene.Done(4.5, 0, 40, "Very open talk, Ole was impressed.", 5));
        yield return Tell(
            Plan(Deal("Cindral Energie", "analytics", "energy", "ch", 900, "Laura Meili", "rep", ["ember", "comet"], 84_000, 2, 80), Call, "manager", 4, "Small utility on Ember and Comet", 34) with { Sponsor = "Lukas Brandt" },
            Scene.Take(32), scene.Ask(31), Scene.No(27, 0, "Prefers not to talk to a competitor"), Scene.GiveUp(22, "Nobody of this size is free before the date"));
        yield return Tell(
            Plan(Deal("Rothmoor Markt", "pilot", "grocery", "de", 8700, "Tim Wolff", "rep", ["delta"], 66_000, 3, 27), Call, "manager", 9, "Grocer with staff on Delta", 30),
            Scene.Take(29), Scene.Cancel(24, "Prospect found a peer by themselves"));
    }
}
