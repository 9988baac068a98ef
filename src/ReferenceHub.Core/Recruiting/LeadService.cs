using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Recruiting;

/// <summary>Takes leads up, puts them off, and says what a lead is.</summary>
public sealed class LeadService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history, LeadQueries leads)
{
    /// <summary>Takes a lead up: an accepted nomination, and a follow-up to the owner to invite it.</summary>
    public Task<Outcome> RecruitAsync(Guid customerId, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.DecideNominations);
        return db.WriteAsync(
            async stop =>
            {
                var customer = await LoadAsync(customerId, stop);
                var now = clock.UtcNow();
                var nomination = Nominate(customer, now);
                nomination.Accept(customer.Id, null, by.ActorId, now);
                var due = (await db.ProgramDayAsync(now, stop)).AddDays(NominationService.DaysToInvite);
                db.FollowUps.Add(new FollowUp(
                    ids.Next(), SourceKind.Customer, customer.Id, $"Invite {customer.Name} to act as a reference: {nomination.Why}", due, customer.OwnerId ?? by.UserId, by.UserId, now));
                history.Record(by, SubjectKind.Customer, customer.Id, "lead-recruited", "Took up as a lead for a new reference");
                await db.SaveChangesAsync(stop);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>Puts a lead off; it stays away for six months.</summary>
    public Task<Outcome> PutOffAsync(Guid customerId, string? reason, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.DecideNominations);
        return db.WriteAsync(
            async stop =>
            {
                if (string.IsNullOrWhiteSpace(reason))
                {
                    return Outcome.Refuse("Say why not now: the next one who looks will ask.", "Reason");
                }

                var customer = await LoadAsync(customerId, stop);
                var now = clock.UtcNow();
                var nomination = Nominate(customer, now);
                nomination.Refuse(reason, by.ActorId, now);
                history.Record(by, SubjectKind.Customer, customer.Id, "lead-put-off", "Put off as a lead for a new reference", new FieldChange("Reason", null, nomination.Reason, Secret: true));
                await db.SaveChangesAsync(stop);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>Sets the health from which customers are leads.</summary>
    public Task<Outcome> SeekFromAsync(int health, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.DecideNominations);
        return db.WriteAsync(
            async stop =>
            {
                if (health is < 0 or > 100)
                {
                    return Outcome.Refuse("Health is between 0 and 100.", "Health");
                }

                var organisation = await db.Organisations.SingleAsync(row => row.Id == Organisation.OnlyId, stop);
                var before = organisation.LeadHealth;
                if (before != health)
                {
                    organisation.SeekLeadsFrom(health);
                    history.Record(by, SubjectKind.Settings, organisation.Id, "leads-set", "Changed from which health customers are leads", new FieldChange("Health", Text(before), Text(health)));
                    await db.SaveChangesAsync(stop);
                }

                return Outcome.Done;
            },
            ct);
    }

    private async Task<Customer> LoadAsync(Guid customerId, CancellationToken ct) =>
        await leads.FindAsync(customerId, ct)
        ?? throw (await db.Customers.AnyAsync(customer => customer.Id == customerId, ct)
            ? new IllegalMoveException("This customer is no lead any more: somebody took it up, put it off or changed its record.")
            : new MissingException("customer"));

    private Nomination Nominate(Customer customer, DateTime now)
    {
        var years = customer.CustomerSince is { } since ? $", customer since {since.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}" : "";
        var nomination = new Nomination(
            ids.Next(),
            new NominationFacts { CompanyName = customer.Name, Why = $"health {Text(customer.Health ?? 0)}{years}, no open escalation, never asked", Website = customer.Website, IndustryId = customer.IndustryId, RegionId = customer.RegionId },
            customer.Id, null, isLead: true, now);
        db.Nominations.Add(nomination);
        return nomination;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
