using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Routes;

/// <summary>
/// Rows that the routes of the table name, belonging to somebody else, and the values that lead to them: the literal path before
/// the parameter and its name ("references/products.useId"), or the first part and the name, or the name alone.
/// </summary>
internal static class OneOfEverything
{
    public static async Task<Dictionary<string, string>> MakeAsync(WebApp app)
    {
        var owner = Given.SignedUp(Roles.Rep);
        var customer = Given.Customer(ownerId: owner.Id);
        var deal = Given.Opportunity(owner.Id);
        var leaver = Given.User(Roles.Rep);
        var manager = Given.User(Roles.ProgramManager);
        var team = new Team(Given.Id(), "Sales DACH", "dach", null, null);
        var message = new OutboxMessage(Given.Id(), app.Clock.Now, "Invitation", "nobody@people.example", "Welcome", "Hello");
        var batch = new ImportBatch(Given.Id(), "customers.csv", 20, 1, new ImportSettings(), owner.Id, app.Clock.Now);
        var file = new ImportFile(batch.Id, "Name,City\nAcme,Berlin\n"u8.ToArray());
        var followUp = new FollowUp(Given.Id(), SourceKind.Customer, customer.Id, "Call back", DateOnly.FromDateTime(app.Clock.Now), owner.Id, owner.Id, app.Clock.Now);
        var link = new SignedLink(Given.Id(), LinkPurpose.Invitation, leaver.Id, app.Clock.Now, app.Clock.Now.AddDays(1), 1000);
        var (key, token) = LinkKey.Make(Given.Id(), link.Id, app.Clock.Now);
        var legal = new LegalPerson(Given.Id(), "Lena Lex", $"legal{Given.Id():N}@people.example");
        var suffix = Given.Id().ToString("N")[20..];
        var term = new Term(Given.Id(), TermKind.Industry, $"space-{suffix}", $"Space {suffix}");
        var view = new SavedView(Given.Id(), owner.Id, "/references", $"Banks {suffix}", "industry=banking", false, app.Clock.Now);
        var banks = Criteria.Parse("industry=banking");
        var alert = new FreeAlert(Given.Id(), owner.Id, ActivityKeys.SalesCall, banks, app.Clock.Now);
        var need = new UnmetNeed(Given.Id(), deal.Id, ActivityKeys.SalesCall, banks, 0, owner.Id, app.Clock.Now);
        await app.AddAsync(owner, leaver, manager, legal, term, view, alert);
        var notice = new Notification(Given.Id(), owner.Id, MessageKinds.Comment, "Somebody else's", null, "/requests/1", app.Clock.Now, NoticeMail.None, null);
        await app.AddAsync(notice, customer, deal, team, message, batch, file, followUp, link, key, need);
        var product = await ProductAsync(app, customer);
        var (number, candidateId) = await RequestAsync(app, owner.AsViewer(), manager.AsViewer(), customer, deal.Id);
        var fileId = await FileAsync(app, int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), manager.AsViewer());
        var finding = new LedgerFinding(Given.Id(), customer.Id, null, FindingKind.Orphan, "Capacity is held for a request that is not there.", app.Clock.Now);
        await app.AddAsync(finding);
        var absence = new Absence(Given.Id(), owner.Id, DateOnly.FromDateTime(app.Clock.Now), DateOnly.FromDateTime(app.Clock.Now).AddDays(3), null, app.Clock.Now);
        await app.AddAsync(absence);
        var useId = await LoggedUseAsync(app, owner.AsViewer(), customer.Id);
        var given = new GivenValue(Given.Id(), customer.Id, null, GivenKind.EventSeat, DateOnly.FromDateTime(app.Clock.Now), 2, null, "A seat").WrittenBy(owner.Id, owner.Name, app.Clock.Now);
        await app.AddAsync(given);

        var runId = await ReplayAsync(app, manager.AsViewer());
        var (assetId, shareId, shareToken) = await ContentAsync(app, customer, owner, deal);

        var (processId, processLink) = await ProcessAsync(app, manager.AsViewer());
        var contact = customer.Contacts[0].Id;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["l.ask"] = await LinkAsync(app, LinkPurpose.OwnerAnswer, candidateId, owner.Id),
            ["l.use"] = await LinkAsync(app, LinkPurpose.CustomerAnswer, candidateId, contact),
            ["l.survey"] = await LinkAsync(app, LinkPurpose.Survey, candidateId, contact),
            ["l.holder"] = await LinkAsync(app, LinkPurpose.ContactLimits, contact, contact),
            ["l.limits"] = await LinkAsync(app, LinkPurpose.ContactLimits, contact, contact),
            ["l.pause"] = await LinkAsync(app, LinkPurpose.ContactPause, contact, contact),
            ["l.record"] = await LinkAsync(app, LinkPurpose.ContactRecord, contact, contact),
            ["l.withdrawal"] = await LinkAsync(app, LinkPurpose.ContactWithdrawal, contact, contact),
            ["content.id"] = assetId,
            ["assetId"] = assetId,
            ["content/versions.number"] = "1",
            ["content/shares.id"] = shareId,
            ["l.share"] = shareToken,
            ["references.id"] = customer.Id.ToString(),
            ["proposalId"] = await ProposalAsync(app, customer.Id),
            ["ownerId"] = owner.Id.ToString(),
            ["contactId"] = customer.Contacts[0].Id.ToString(),
            ["references/products.useId"] = product.ToString(),
            ["scope"] = nameof(PermissionScope.SalesCall),
            ["references/alerts.id"] = alert.Id.ToString(),
            ["references/unmet.id"] = need.Id.ToString(),
            ["references/import.id"] = batch.Id.ToString(),
            ["opportunities.id"] = deal.Id.ToString(),
            ["requests.number"] = number,
            ["requests.id"] = number,
            ["fileId"] = fileId.ToString(),
            ["account/absence.id"] = absence.Id.ToString(),
            ["candidateId"] = candidateId.ToString(),
            ["customerId"] = customer.Id.ToString(),
            ["usage/customers/uses.useId"] = useId.ToString(),
            ["givenId"] = given.Id.ToString(),
            ["findingId"] = finding.Id.ToString(),
            ["policyId"] = (await app.DataAsync(db => db.UsagePolicies.Select(policy => policy.Id).FirstAsync())).ToString(),
            ["editionId"] = await DraftOfPoliciesAsync(app, manager.AsViewer()),
            ["processId"] = processId.ToString(),
            ["processes.number"] = "2",
            ["processes.stage"] = "recruit",
            ["processes.step"] = "nominate",
            ["linkId"] = processLink,
            ["runId"] = runId,
            ["admin/users.id"] = leaver.Id.ToString(),
            ["admin/organisation/legal.id"] = legal.Id.ToString(),
            ["admin/taxonomies.kind"] = "industry",
            ["admin/taxonomies.id"] = term.Id.ToString(),
            ["views.id"] = view.Id.ToString(),
            ["admin/teams.id"] = team.Id.ToString(),
            ["admin/messages.id"] = message.Id.ToString(),
            ["admin/messages.kind"] = MessageKinds.CustomerAsked,
            ["account/inbox.id"] = notice.Id.ToString(),
            ["admin/activity-types.key"] = ActivityKeys.SalesCall,
            ["calendarId"] = (await app.DataAsync(db => db.BusinessCalendars.Select(calendar => calendar.Id).FirstAsync())).ToString(),
            ["follow-ups.id"] = followUp.Id.ToString(),
            ["l.token"] = token,
            ["error.status"] = "404",
        };
    }

    private static async Task<(Guid ProcessId, string LinkId)> ProcessAsync(WebApp app, Viewer manager)
    {
        var story = await app.DataAsync(db => db.ProcessTemplates.Where(process => process.Key == "written-story").Select(process => process.Id).SingleAsync());
        if (!await app.DataAsync(db => db.ProcessVersions.AnyAsync(version => version.TemplateId == story && version.Number == 2)))
        {
            await app.AskAsync<ProcessDrafts, Outcome<VersionPlace>>(drafts => drafts.DraftAsync(story, null, manager, default));
        }

        await app.AskAsync<ProcessShares, Outcome<string>>(shares => shares.GiveAsync(story, "Studio Lind", manager, default));
        return (story, (await app.DataAsync(db => db.SignedLinks.Where(link => link.SubjectId == story).Select(link => link.Id).FirstAsync())).ToString());
    }

    private static async Task<string> DraftOfPoliciesAsync(WebApp app, Viewer manager)
    {
        var known = await app.DataAsync(db => db.PolicyEditions.Where(edition => edition.StartsOn == null).Select(edition => (Guid?)edition.Id).FirstOrDefaultAsync());
        return known?.ToString() ?? (await app.AskAsync<EditionService, Outcome<Guid>>(editions => editions.DraftAsync("Two calls a quarter", null, manager, CancellationToken.None))).Value.ToString();
    }

    private static async Task<string> ReplayAsync(WebApp app, Viewer manager)
    {
        var draft = Guid.Parse(await DraftOfPoliciesAsync(app, manager));
        var today = DateOnly.FromDateTime(app.Clock.Now);
        return (await app.AskAsync<WhatIfService, Outcome<Guid>>(service => service.BeginAsync(draft, today.AddDays(-30), today, manager, default))).Value.ToString();
    }

    private static async Task<string> LinkAsync(WebApp app, LinkPurpose purpose, Guid subjectId, Guid holderId)
    {
        var link = new SignedLink(Given.Id(), purpose, subjectId, app.Clock.Now, app.Clock.Now.AddDays(1), 1000).For(holderId, null);
        var (key, token) = LinkKey.Make(Given.Id(), link.Id, app.Clock.Now);
        await app.AddAsync(link);
        await app.AddAsync(key);
        return token;
    }

    private static async Task<string> ProposalAsync(WebApp app, Guid customerId)
    {
        var proposer = Given.User(Roles.Rep);
        await app.AddAsync(proposer);
        var (shown, _, _) = await app.AskAsync<ProposalService, (CustomerEdit, int, string)>(service => service.ReadAsync(customerId, proposer.AsViewer(), default));
        var edit = shown with { City = "Graz" };
        return (await app.AskAsync<ProposalService, Outcome<Guid>>(service => service.ProposeAsync(customerId, edit, shown, null, proposer.AsViewer(), default))).Value.ToString();
    }

    private static async Task<(string AssetId, string ShareId, string Token)> ContentAsync(WebApp app, Customer customer, User sender, Opportunity deal)
    {
        var (file, part) = (new StoredFile(Convert.ToHexString(Guid.NewGuid().ToByteArray()).PadRight(StoredFile.HashLength, '0'), 4, FileKind.Pdf.ContentType, app.Clock.Now), "%PDF"u8.ToArray());
        var attachment = new Attachment(Given.Id(), file, "story.pdf", customer.Id, null, app.Clock.Now);
        var asset = new Asset(Given.Id(), customer.Id, AssetKind.Story, "How they moved", "en", DateOnly.FromDateTime(app.Clock.Now));
        asset.Fill("They moved.", "https://content.example/story", attachment.Id);
        var version = asset.Freeze(Given.Id(), null, null, app.Clock.Now);
        await app.AddAsync(file, new StoredFilePart(file.Hash, 0, part), attachment, asset, version, new OpportunityAsset(deal.Id, asset.Id, null, app.Clock.Now));
        var wish = new ShareWish { AssetIds = [asset.Id], Recipient = "Pat Prospect", Until = DateOnly.FromDateTime(app.Clock.Now).AddDays(9) };
        var made = (await app.AskAsync<ShareService, Outcome<NewAddress>>(shares => shares.CreateAsync(wish, sender.AsViewer(), CancellationToken.None))).Value!;
        return (asset.Id.ToString(), made.ShareId.ToString(), made.Token);
    }

    private static Task<Guid> ProductAsync(WebApp app, Customer customer) => app.DataAsync(async db =>
    {
        var term = await db.Terms.FirstOrDefaultAsync(term => term.Kind == TermKind.Product);
        if (term is null)
        {
            term = new Term(Given.Id(), TermKind.Product, "atlas", "Atlas", null, [], 1);
            db.Terms.Add(term);
        }

        var use = new ProductUse(Given.Id(), customer.Id, term.Id);
        db.ProductUses.Add(use);
        await db.SaveChangesAsync();
        return use.Id;
    });

    private static async Task<(string Number, Guid CandidateId)> RequestAsync(WebApp app, Viewer requester, Viewer manager, Customer customer, Guid dealId)
    {
        var need = new RequestNeed { ActivityKey = ActivityKeys.SalesCall, OpportunityId = dealId, Text = "A call about migration", Requirements = "A bank in DACH", NeededBy = new DateOnly(2026, 12, 18) };
        var number = (await app.AskAsync<RequestDrafting, Outcome<int>>(drafting => drafting.SubmitAsync(null, need, requester, CancellationToken.None))).Value;
        (await app.AskAsync<RequestTriage, Outcome>(triage => triage.AssignAsync(number, null, manager, CancellationToken.None))).Refusal.ShouldBeNull();
        (await app.AskAsync<CandidateAsks, Outcome>(asks => asks.ProposeAsync(number, customer.Id, customer.Contacts[0].Id, manager, CancellationToken.None))).Refusal.ShouldBeNull();
        var candidate = await app.DataAsync(db => db.Set<Candidate>().Where(row => row.CustomerId == customer.Id).Select(row => row.Id).SingleAsync());
        (await app.AskAsync<CandidateAsks, Outcome>(asks => asks.AskAsync(number, candidate, null, manager, CancellationToken.None))).Refusal.ShouldBeNull();
        return (number.ToString(System.Globalization.CultureInfo.InvariantCulture), candidate);
    }

    private static async Task<Guid> FileAsync(WebApp app, int number, Viewer by)
    {
        using var bytes = new MemoryStream("%PDF-1.7 a list of requirements"u8.ToArray());
        (await app.AskAsync<RequestFiles, Outcome>(files => files.AddAsync(number, bytes, "requirements.pdf", by, CancellationToken.None))).Refusal.ShouldBeNull();
        return await app.DataAsync(db => db.RequestFiles.OrderByDescending(file => file.Attachment!.AddedAt).Where(file => db.Requests.Any(request => request.Id == file.RequestId && request.Number == number)).Select(file => file.AttachmentId).FirstAsync());
    }

    private static async Task<Guid> LoggedUseAsync(WebApp app, Viewer owner, Guid customerId)
    {
        var log = new LogUse(customerId, null, ActivityKeys.Analyst, new DateOnly(2025, 11, 3), 30, "A call before the program");
        (await app.AskAsync<LedgerService, Outcome>(ledger => ledger.LogAsync(log, owner, CancellationToken.None))).Refusal.ShouldBeNull();
        return await app.DataAsync(db => db.LedgerEntries.Where(entry => entry.CustomerId == customerId).Select(entry => entry.UseId).FirstAsync());
    }
}
