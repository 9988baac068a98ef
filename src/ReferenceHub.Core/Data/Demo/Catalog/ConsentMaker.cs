using System.Globalization;
using Bogus;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Records what customers have agreed to: granted, denied or still unknown, with evidence and, often, a last day.</summary>
internal sealed class ConsentMaker(DemoWorld world)
{
    private static readonly (PermissionScope Scope, double Granted, double Denied)[] Odds =
    [
        (PermissionScope.SalesCall, 86, 2), (PermissionScope.SiteVisit, 46, 9), (PermissionScope.Analyst, 50, 8), (PermissionScope.Press, 28, 26), (PermissionScope.Event, 52, 8),
        (PermissionScope.Rfp, 72, 4), (PermissionScope.Quote, 50, 10), (PermissionScope.Logo, 60, 7), (PermissionScope.Story, 38, 13), (PermissionScope.Video, 22, 18),
    ];

    private readonly Randomizer dice = new(204);
    private readonly Randomizer cover = new(214);

    /// <summary>Adds the permissions and, where RFPs may name it, puts it on that list.</summary>
    public void AddTo(Customer row, CustomerSketch sketch, DateTime joined)
    {
        foreach (var (scope, granted, denied) in Odds)
        {
            var roll = dice.Double() * 100;
            var status = sketch switch
            {
                { InStory: true } when scope is PermissionScope.SalesCall or PermissionScope.Event or PermissionScope.Analyst or PermissionScope.Rfp => PermissionStatus.Granted,
                { InStory: true, Name: "Alpenbank AG" } when scope == PermissionScope.Press => PermissionStatus.Denied,
                { Status: ReferenceStatus.Candidate } => PermissionStatus.Unknown,
                _ when roll < granted => PermissionStatus.Granted,
                _ when roll < granted + denied => PermissionStatus.Denied,
                _ => PermissionStatus.Unknown,
            };
            if (status != PermissionStatus.Unknown || dice.Chance(40))
            {
                row.Permissions.Add(Answer(row, scope, status, joined, sketch.InStory));
            }
        }

        var listed = row.Permissions.Exists(answer => answer.Scope == PermissionScope.Rfp && answer.StatusOn(world.Today) == PermissionStatus.Granted);
        row.ListForRfps(listed && sketch.Status == ReferenceStatus.Active && (sketch.Name == "Alpenbank AG" || (!sketch.InStory && dice.Chance(60))));
    }

    /// <summary>Nearly all of what is published rests on a yes, as it should; the rest is there to be found.</summary>
    public void CoverContent(Customer row, DateTime joined)
    {
        foreach (var scope in row.Assets.Select(asset => AssetConsent.ScopeOf(asset.Kind)).Distinct().Order())
        {
            var answer = row.Permissions.Find(one => one.Scope == scope);
            if (answer?.StatusOn(world.Today) == PermissionStatus.Granted || !cover.Chance(90))
            {
                continue;
            }

            if (answer is null)
            {
                answer = new Permission(world.Ids.Next(), row.Id, scope);
                row.Permissions.Add(answer);
            }

            var at = world.Now.AddDays(-cover.Int(1, Math.Max(2, (int)(world.Now - joined).TotalDays))).AddHours(-2);
            answer.Record(PermissionStatus.Granted, cover.Chance(50) ? null : world.Today.AddDays(cover.Int(70, 900)), "Consent form of " + Words(world.DayOf(at)), at);
        }
    }

    private Permission Answer(Customer row, PermissionScope scope, PermissionStatus status, DateTime joined, bool steady)
    {
        var answer = new Permission(world.Ids.Next(), row.Id, scope);
        var room = Math.Max(2, (int)(world.Now - joined).TotalDays);
        var at = world.Now.AddDays(-dice.Int(1, room)).AddHours(-2);
        var day = world.DayOf(at);
        DateOnly? until = (steady, dice.Double()) switch
        {
            (_, < 0.3) => null,
            (true, _) => world.Today.AddDays(dice.Int(40, 900)),
            (_, < 0.36) => world.Today.AddDays(-dice.Int(1, 60)),
            (_, < 0.44) => world.Today.AddDays(dice.Int(3, 40)),
            _ => world.Today.AddDays(dice.Int(60, 900)),
        };
        var evidence = status switch
        {
            PermissionStatus.Granted => dice.Pick(["Consent form of ", "E-mail of ", "Contract annex of ", "Signed by link on "]) + Words(day),
            PermissionStatus.Denied => "Told the owner on " + Words(day),
            _ => dice.Chance(50) ? "Asked on " + Words(day) : null,
        };
        answer.Record(status, status == PermissionStatus.Granted ? until : null, evidence, at);
        return answer;
    }

    private static string Words(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
