using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>What both sides should know before a use.</summary>
/// <param name="Request">The request as its reader sees it.</param>
/// <param name="Candidate">The reference.</param>
/// <param name="Sheet">Its time and place.</param>
/// <param name="ReferenceFacts">The reference in a line: industry, region, size.</param>
/// <param name="Products">Products that it runs.</param>
/// <param name="ProspectContact">Who it is with at the prospect.</param>
/// <param name="ProspectFacts">The prospect in a line.</param>
public sealed record Briefing(
    RequestDetail Request, CandidateView Candidate, UseSheet Sheet, string ReferenceFacts, IReadOnlyList<string> Products, string? ProspectContact, string ProspectFacts);

/// <summary>Puts the briefing sheet of a use together, as far as the viewer may see it.</summary>
public sealed class Briefings(ReferenceHubDbContext db, RequestQueries requests, UseSheets sheets)
{
    /// <summary>The sheet of one candidate, or of the one furthest on; missing while nobody has said yes.</summary>
    public async Task<Briefing> OfAsync(int number, Guid? candidateId, Viewer viewer, CancellationToken ct)
    {
        var request = await requests.DetailAsync(number, viewer, ct);
        var candidate = request.Candidates
            .Where(one => one.State.IsYes() && (candidateId is null || one.Id == candidateId))
            .OrderBy(one => one.State == CandidateState.Scheduled ? 0 : one.State == CandidateState.Accepted ? 1 : 2)
            .FirstOrDefault();
        if (candidate is null || (await sheets.OfAsync(request, ct)).GetValueOrDefault(candidate.Id) is not { } sheet)
        {
            throw new MissingException("briefing");
        }

        var terms = await TermBook.ReadAsync(db, ct);
        var prospect = await db.Requests.AsNoTracking().Where(row => row.Id == request.Id)
            .Select(row => new { row.ProspectContact, row.ProspectIndustry, row.ProspectRegion, row.ProspectStaff }).SingleAsync(ct);
        var customer = await db.Customers.AsNoTracking().SingleAsync(row => row.Id == candidate.CustomerId, ct);
        // The blind name says of a hidden customer what may be said.
        var facts = candidate.NameHidden ? "" : Line(terms.Name(customer.IndustryId), terms.Name(customer.RegionId), customer.Employees);
        var products = candidate.NameHidden ? [] : await db.ProductUses.Where(use => use.CustomerId == customer.Id)
            .Join(db.Terms, use => use.ProductId, term => term.Id, (use, term) => term.Name).Distinct().OrderBy(name => name).ToListAsync(ct);
        return new Briefing(
            request, candidate, sheet, facts, products, prospect.ProspectContact,
            Line(terms.Find(TermKind.Industry, prospect.ProspectIndustry)?.Name, terms.Find(TermKind.Region, prospect.ProspectRegion)?.Name, prospect.ProspectStaff));
    }

    private static string Line(string? industry, string? region, int? staff) => string.Join(", ", new[]
    {
        industry, region, staff is { } heads ? string.Create(System.Globalization.CultureInfo.GetCultureInfo("en-GB"), $"{heads:N0} staff") : null,
    }.Where(fact => fact is not null));
}
