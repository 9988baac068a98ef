using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>Who takes part in a use, and what each side may be told of the other.</summary>
public sealed record UseParties
{
    /// <summary>Who asked.</summary>
    public required string Requester { get; init; }

    /// <summary>Their mail address; null while they can't sign in.</summary>
    public string? RequesterEmail { get; init; }

    /// <summary>Their zone (IANA).</summary>
    public required string RequesterZone { get; init; }

    /// <summary>Name of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The customer as the prospect reads it: of a confidential one what kind of company it is.</summary>
    public required string CustomerTold { get; init; }

    /// <summary>The contact.</summary>
    public string? Contact { get; init; }

    /// <summary>The contact with their job title, as the prospect reads it; never how to reach them. Nobody of a confidential customer.</summary>
    public string? ContactTold { get; init; }

    /// <summary>The contact's mail address.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>Language that the contact is written to in.</summary>
    public required string ContactLanguage { get; init; }

    /// <summary>The contact's zone (IANA).</summary>
    public required string ContactZone { get; init; }

    /// <summary>The prospect as the requester named it for others, with the person there.</summary>
    public string? ProspectTold { get; init; }

    /// <summary>How the prospect is greeted.</summary>
    public required string ProspectName { get; init; }

    /// <summary>Where the prospect gets the invitation.</summary>
    public string? ProspectEmail { get; init; }

    /// <summary>Language that the prospect is written to in.</summary>
    public required string ProspectLanguage { get; init; }

    /// <summary>The prospect's zone (IANA).</summary>
    public required string ProspectZone { get; init; }
}

/// <summary>Finds who takes part in a use.</summary>
public sealed class UsePartyFinder(ReferenceHubDbContext db)
{
    /// <summary>The three sides of a candidate's use.</summary>
    public async Task<UseParties> OfAsync(ReferenceRequest request, Candidate candidate, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(candidate);
        var program = await db.ProgramZoneAsync(ct);
        var requester = await db.Users.AsNoTracking().SingleAsync(user => user.Id == request.RequesterId, ct);
        var customer = await db.Customers.AsNoTracking().SingleAsync(row => row.Id == candidate.CustomerId, ct);
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(person => person.Id == candidate.ContactId, ct);
        var blind = customer.Tier == Tier.Confidential ? await TermBook.ReadAsync(db, ct) : null;
        return new UseParties
        {
            Requester = requester.Name,
            RequesterEmail = requester.CanSignIn() ? requester.Email : null,
            RequesterZone = Zone(requester.ZoneId, program),
            Customer = customer.Name,
            CustomerTold = blind is null ? customer.Name : AnonymousName.Of(blind.RootName(customer.RegionId), blind.Name(customer.IndustryId), customer.Employees),
            Contact = contact?.Name,
            ContactTold = blind is null && contact is not null ? Told(contact.Name, contact.JobTitle) : null,
            ContactEmail = contact is { LeftAt: null } && MailText.IsAddress(contact.Email) ? contact.Email : null,
            ContactLanguage = MailLanguages.FirstOf(contact?.Languages ?? []),
            ContactZone = Zone(contact?.ZoneId, program),
            ProspectTold = request.ProspectName is null ? request.ProspectContact : Told(request.ProspectContact, request.ProspectName),
            ProspectName = request.ProspectContact ?? request.ProspectName ?? requester.Name,
            ProspectEmail = MailText.IsAddress(request.ProspectEmail) ? request.ProspectEmail : null,
            ProspectLanguage = MailLanguages.Of(request.Language),
            ProspectZone = Zone(request.ZoneId, program),
        };
    }

    private static string Zone(string? zone, string program) => Zones.Exists(zone) ? zone! : program;

    private static string Told(string? person, string? more) => string.Join(", ", new[] { person, more }.Where(part => !string.IsNullOrEmpty(part)));
}
