using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Nominating a customer, by anybody who is signed in, and deciding on it.</summary>
public sealed class NominationService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history, NominationMails mails)
{
    /// <summary>Days that the owner has to invite a customer that was taken up.</summary>
    public const int DaysToInvite = 7;

    /// <summary>Most nominations of one person that wait at a time.</summary>
    public const int MostWaiting = 20;

    /// <summary>Adds a nomination that waits; the same person's second one of the same company is the first one again.</summary>
    public Task<Outcome<Guid>> NominateAsync(NominationEdit edit, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(by);
        return db.WriteAsync<Outcome<Guid>>(
            async stop =>
            {
                edit = edit with { IndustryId = edit.IndustryId is { } industry ? (await TermBook.ReadAsync(db, stop)).Settle(industry) : null };
                if (!string.IsNullOrWhiteSpace(edit.ContactEmail) && !MailText.IsAddress(edit.ContactEmail))
                {
                    return Outcome<Guid>.Refuse("This is no e-mail address.", nameof(NominationEdit.ContactEmail));
                }

                if (await RefusalAsync(edit, stop) is { } no)
                {
                    return no;
                }

                var nomination = new Nomination(ids.Next(), edit.Facts, null, by.ActorId, isLead: false, clock.UtcNow());
                var known = await db.Nominations.FirstOrDefaultAsync(
                    other => other.State == NominationState.Waiting && other.NominatedById == by.UserId && other.NameKey == nomination.NameKey, stop);
                if (known is not null)
                {
                    return known.Id;
                }

                if (await db.Nominations.CountAsync(other => other.State == NominationState.Waiting && other.NominatedById == by.UserId, stop) >= MostWaiting)
                {
                    return Outcome<Guid>.Refuse($"{MostWaiting} of your nominations wait already. Ask the program manager to decide on them first.");
                }

                db.Nominations.Add(nomination);
                history.Record(by, SubjectKind.Nomination, nomination.Id, "nominated", $"Nominated {nomination.CompanyName}");
                await db.SaveChangesAsync(stop);
                return nomination.Id;
            },
            ct);
    }

    /// <summary>Takes a nomination up: for the record that is meant, or for a new customer, a candidate. Its owner gets a follow-up to invite it, the nominator a mail.</summary>
    public Task<Outcome<Guid>> AcceptAsync(Guid id, NominationAcceptance acceptance, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.DecideNominations);
        return db.WriteAsync<Outcome<Guid>>(
            async stop =>
            {
                var nomination = await LoadAsync(id, stop);
                var now = clock.UtcNow();
                if (acceptance.CustomerId is null && !acceptance.SameNameIsFine && nomination.State == NominationState.Waiting
                    && await db.Customers.Present().AnyAsync(other => other.NameKey == nomination.NameKey, stop))
                {
                    return Outcome<Guid>.Refuse("A customer of this name is on record. Link the nomination to it, or tick that this is another company.", nameof(NominationAcceptance.CustomerId));
                }

                var customer = acceptance.CustomerId is { } known
                    ? await db.Customers.Present().SingleOrDefaultAsync(row => row.Id == known, stop) ?? throw new MissingException("customer")
                    : await AddAsync(nomination, acceptance.OwnerId, by, now, stop);
                nomination.Accept(customer.Id, acceptance.Note, by.ActorId, now);
                await InviteAsync(customer, nomination, by, now, stop);
                await mails.TellAsync(nomination, stop);
                history.Record(by, SubjectKind.Nomination, nomination.Id, "accepted", $"Accepted {nomination.CompanyName}");
                await db.SaveChangesAsync(stop);
                return customer.Id;
            },
            ct);
    }

    /// <summary>Refuses a nomination; the nominator is told why.</summary>
    public Task<Outcome> RefuseAsync(Guid id, string? reason, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.DecideNominations);
        return db.WriteAsync(
            async stop =>
            {
                var nomination = await LoadAsync(id, stop);
                if (string.IsNullOrWhiteSpace(reason))
                {
                    return Outcome.Refuse("Say why: the nominator is told.", "Reason");
                }

                nomination.Refuse(reason, by.ActorId, clock.UtcNow());
                await mails.TellAsync(nomination, stop);
                history.Record(by, SubjectKind.Nomination, nomination.Id, "refused", $"Refused {nomination.CompanyName}", new FieldChange("Reason", null, nomination.Reason));
                await db.SaveChangesAsync(stop);
                return Outcome.Done;
            },
            ct);
    }

    private async Task<Outcome<Guid>?> RefusalAsync(NominationEdit edit, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(edit.CompanyName))
        {
            return Outcome<Guid>.Refuse("Name the company.", nameof(edit.CompanyName));
        }

        if (string.IsNullOrWhiteSpace(edit.Why))
        {
            return Outcome<Guid>.Refuse("Say in a sentence why it would make a good reference.", nameof(edit.Why));
        }

        if (!string.IsNullOrWhiteSpace(edit.Website) && WebDomain.Of(edit.Website) is null)
        {
            return Outcome<Guid>.Refuse("This is no web address. Write it like company.example.", nameof(edit.Website));
        }

        if (edit.IndustryId is { } industry && !await db.Terms.Standing().AnyAsync(term => term.Id == industry && term.Kind == TermKind.Industry, ct))
        {
            throw new MissingException("industry");
        }

        return null;
    }

    private async Task<Customer> AddAsync(Nomination nomination, Guid? ownerId, Viewer by, DateTime now, CancellationToken ct)
    {
        if (ownerId is { } owner && !await db.Users.AnyAsync(user => user.Id == owner && user.DeactivatedAt == null, ct))
        {
            throw new MissingException("person");
        }

        var customer = new Customer(
            ids.NextQuiet(),
            new CompanyFacts { Name = nomination.CompanyName, Website = nomination.WebDomain is { } domain ? $"https://{domain}" : null, IndustryId = nomination.IndustryId, RegionId = nomination.RegionId },
            ownerId,
            now);
        if (nomination.ContactName is { } name)
        {
            var contact = new Contact(ids.Next(), customer.Id, name);
            contact.Describe(name, null, nomination.ContactEmail, null, [], null);
            customer.Contacts.Add(contact);
        }

        db.Customers.Add(customer);
        history.Record(by, SubjectKind.Customer, customer.Id, "created", $"Added {customer.Name} from a nomination");
        return customer;
    }

    private async Task InviteAsync(Customer customer, Nomination nomination, Viewer by, DateTime now, CancellationToken ct)
    {
        var text = $"Invite {customer.Name} to act as a reference";
        var due = (await db.ProgramDayAsync(now, ct)).AddDays(DaysToInvite);
        db.FollowUps.Add(new FollowUp(ids.Next(), SourceKind.Customer, customer.Id, text, due, customer.OwnerId ?? by.UserId, by.UserId, now));
        history.Record(by, SubjectKind.Customer, customer.Id, "nomination-accepted", $"Took up the nomination of {nomination.CompanyName}");
    }

    private async Task<Nomination> LoadAsync(Guid id, CancellationToken ct) =>
        await db.Nominations.SingleOrDefaultAsync(row => row.Id == id && !row.IsLead, ct) ?? throw new MissingException("nomination");
}
