using System.Globalization;
using Bogus;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Puts signed forms beside some of the granted permissions and narrows some of them to regions and channels.</summary>
internal sealed class EvidenceMaker(DemoWorld world)
{
    private static readonly PermissionScope[] Shown = [PermissionScope.Quote, PermissionScope.Logo, PermissionScope.Story, PermissionScope.Video];
    private static readonly PermissionChannel[][] Narrow =
    [
        [PermissionChannel.Website, PermissionChannel.Sales], [PermissionChannel.Sales, PermissionChannel.Proposals], [PermissionChannel.Sales, PermissionChannel.Events, PermissionChannel.Internal],
    ];

    private readonly Randomizer dice = new(206);
    private readonly List<object> made = [];
    private StoredFile? form;

    /// <summary>The kept form and the attachments made since it was asked last, to be saved before the customers.</summary>
    public IReadOnlyList<object> Take()
    {
        var taken = made.ToList();
        made.Clear();
        return taken;
    }

    /// <summary>Goes over the permissions of a customer.</summary>
    public void Prove(Customer row, CustomerSketch sketch)
    {
        foreach (var answer in row.Permissions.Where(answer => answer.Status == PermissionStatus.Granted))
        {
            var proof = sketch.Name == "Alpenbank AG" || dice.Chance(22) ? Signed(row, answer) : null;
            answer.Prove(proof?.Id, row.OwnerId);
            var channels = Shown.Contains(answer.Scope) && dice.Chance(24) ? dice.Pick(Narrow) : [];
            string[] regions = !sketch.InStory && dice.Chance(9) ? [sketch.Country.Region] : [];
            answer.Limit(regions, channels);
        }
    }

    private Attachment Signed(Customer row, Permission answer)
    {
        if (form is null)
        {
            (form, var part) = ConsentForm.Kept(world.Now.AddDays(-DemoWorld.DaysBack));
            made.Add(form);
            made.Add(part);
        }

        var day = world.DayOf(answer.RecordedAt!.Value).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        var attachment = new Attachment(world.Ids.Next(), form, $"Consent form of {day}.pdf", row.Id, row.OwnerId, answer.RecordedAt.Value);
        made.Add(attachment);
        return attachment;
    }
}
