using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Projects;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Administration;

/// <summary>All rows that belong to the record that becomes a signpost, on their way to the one that stays.</summary>
internal sealed class MergeParts
{
    private readonly Dictionary<Guid, Guid> joined = [];
    private readonly Guid from;
    private readonly Guid to;

    private MergeParts(Customer survivor, Customer other)
    {
        (from, to) = (other.Id, survivor.Id);
        var byMail = survivor.Contacts.Where(contact => contact.Email is not null).GroupBy(contact => MailKey(contact.Email!)).ToDictionary(group => group.Key, group => group.First().Id);
        foreach (var contact in other.Contacts.Where(contact => contact.Email is not null))
        {
            if (byMail.TryGetValue(MailKey(contact.Email!), out var same))
            {
                joined[contact.Id] = same;
            }
        }
    }

    /// <summary>People on both records, by the key of the contact that goes: the contact that stays.</summary>
    public IReadOnlyDictionary<Guid, Guid> Joined => joined;

    public required List<Asset> Assets { get; init; }

    public required List<Attachment> Files { get; init; }

    public required List<LedgerEntry> Entries { get; init; }

    public required List<UsageSignal> Signals { get; init; }

    public required List<GivenValue> Given { get; init; }

    public required List<LedgerFinding> Findings { get; init; }

    public required List<UsagePolicy> Policies { get; init; }

    public required List<Candidate> Candidates { get; init; }

    public required List<ContactRelease> Releases { get; init; }

    public required List<ContactReveal> Reveals { get; init; }

    public required List<FollowUp> FollowUps { get; init; }

    public required List<LoggedAction> Actions { get; init; }

    public required List<Nomination> Nominations { get; init; }

    public required List<FreeAlert> Alerts { get; init; }

    public required List<ChangeProposal> Proposals { get; init; }

    public required List<Project> Projects { get; init; }

    public required List<EvidenceItem> Evidence { get; init; }

    public required List<Customer> Signposts { get; init; }

    /// <summary>Reads them, tracked; contacts of both records are loaded already.</summary>
    public static async Task<MergeParts> ReadAsync(ReferenceHubDbContext db, Customer survivor, Customer other, CancellationToken ct)
    {
        var id = other.Id;
        return new MergeParts(survivor, other)
        {
            Assets = await db.Assets.Where(asset => asset.CustomerId == id).ToListAsync(ct),
            Files = await db.Attachments.Where(file => file.CustomerId == id).ToListAsync(ct),
            Entries = await db.LedgerEntries.Where(entry => entry.CustomerId == id).OrderBy(entry => entry.Sequence).ToListAsync(ct),
            Signals = await db.UsageSignals.Where(signal => signal.CustomerId == id).ToListAsync(ct),
            Given = await db.GivenValues.Where(given => given.CustomerId == id).ToListAsync(ct),
            Findings = await db.LedgerFindings.Where(finding => finding.CustomerId == id).ToListAsync(ct),
            Policies = await db.UsagePolicies.Where(policy => policy.CustomerId == id).ToListAsync(ct),
            Candidates = await db.Candidates.Where(candidate => candidate.CustomerId == id).ToListAsync(ct),
            Releases = await db.ContactReleases.Where(release => release.CustomerId == id).ToListAsync(ct),
            Reveals = await db.ContactReveals.Where(reveal => reveal.CustomerId == id).ToListAsync(ct),
            FollowUps = await db.FollowUps.Where(followUp => followUp.Source == SourceKind.Customer && followUp.SourceId == id).ToListAsync(ct),
            Actions = await db.LoggedActions.Where(action => action.Source == SourceKind.Customer && action.SourceId == id).ToListAsync(ct),
            Alerts = await db.FreeAlerts.Where(alert => alert.CustomerId == id).ToListAsync(ct),
            Nominations = await db.Nominations.Where(nomination => nomination.CustomerId == id).ToListAsync(ct),
            Proposals = await db.ChangeProposals.Where(proposal => proposal.CustomerId == id).ToListAsync(ct),
            Projects = await db.Projects.Include(project => project.Steps).Include(project => project.Cast).AsSplitQuery().Where(project => project.CustomerId == id).ToListAsync(ct),
            Evidence = await db.EvidenceItems.Where(item => item.SpeakerId != null && db.Projects.Any(project => project.Id == item.ProjectId && project.CustomerId == id)).ToListAsync(ct),
            Signposts = await db.Customers.Where(customer => customer.MergedIntoId == id && customer.Id != survivor.Id).ToListAsync(ct),
        };
    }

    /// <summary>Moves all but the ledger to the record that stays; joined contacts become the one that stays.</summary>
    public void Move()
    {
        Assets.ForEach(asset =>
        {
            asset.MoveTo(to);
            if (Who(asset.SpeakerId) is { } speaker && speaker != asset.SpeakerId)
            {
                asset.NameSpeaker(speaker);
            }
        });
        Files.ForEach(file => file.MoveTo(to));
        Signals.ForEach(signal => signal.MoveTo(to, Who(signal.ContactId)));
        Given.ForEach(given => given.MoveTo(to, Who(given.ContactId)));
        Findings.ForEach(finding => finding.MoveTo(to));
        Policies.ForEach(policy => policy.MoveTo(to, Who(policy.ContactId)));
        Candidates.ForEach(candidate => candidate.MoveTo(to, Who(candidate.ContactId)));
        Releases.ForEach(release => release.MoveTo(to, Who(release.ContactId)));
        Reveals.ForEach(reveal => reveal.MoveTo(to, Who(reveal.ContactId)!.Value));
        FollowUps.ForEach(followUp => followUp.MoveTo(to));
        Actions.ForEach(action => action.MoveTo(to));
        Nominations.ForEach(nomination => nomination.MoveTo(to));
        Alerts.ForEach(alert => alert.MoveTo(to));
        Proposals.ForEach(proposal => proposal.MoveTo(to));
        Projects.ForEach(project => project.MoveTo(to, contact => Who(contact)!.Value));
        Evidence.ForEach(item => item.NameSpeaker(Who(item.SpeakerId)!.Value));
        Signposts.ForEach(signpost => signpost.FollowTo(to));
    }

    /// <summary>Moves the ledger behind the entries of the record that stays; both ledgers are locked by it.</summary>
    public void MoveLedger(CustomerLedger survivor, CustomerLedger other)
    {
        var places = survivor.TakeOver(other);
        Entries.ForEach(entry => entry.MoveTo(to, Who(entry.ContactId), entry.Sequence + places));
    }

    /// <summary>How much moves, by what it is.</summary>
    public IReadOnlyList<MergeMove> Count(Customer survivor, Customer other) =>
    [
        .. new MergeMove[]
        {
            new("contact", other.Contacts.Count - joined.Count),
            new("product", other.Products.Count(use => survivor.Products.TrueForAll(mine => mine.ProductId != use.ProductId))),
            new("attribute", other.Attributes.Count(attribute => survivor.Attributes.TrueForAll(mine => mine.TermId != attribute.TermId))),
            new("piece of content", Assets.Count),
            new("file", Files.Count),
            new("ledger entry", Entries.Count),
            new("decline or rating", Signals.Count),
            new("thing given", Given.Count),
            new("own limit", Policies.Count),
            new("use in a request", Candidates.Count),
            new("project", Projects.Count),
            new("release", Releases.Count),
            new("follow-up", FollowUps.Count),
            new("logged action", Actions.Count),
            new("nomination", Nominations.Count),
            new("proposed change", Proposals.Count),
        }.Where(move => move.Number > 0),
    ];

    private Guid? Who(Guid? contactId) => contactId is { } id && joined.TryGetValue(id, out var same) ? same : contactId;

    private static string MailKey(string mail) => mail.Trim().ToUpperInvariant();
}
