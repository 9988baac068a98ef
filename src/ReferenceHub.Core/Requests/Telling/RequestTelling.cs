using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>How whoever is told of a request hears it called, and who runs it.</summary>
internal static class RequestTelling
{
    /// <summary>The prospect, else the account of the deal, else the deal; null when there is none yet.</summary>
    internal static async Task<string?> ProspectOfAsync(this ReferenceHubDbContext db, ReferenceRequest request, CancellationToken ct) => request.ProspectName
        ?? await db.Opportunities.Where(deal => deal.Id == request.OpportunityId).Select(deal => deal.AccountName ?? deal.Name).SingleOrDefaultAsync(ct);

    /// <summary>"#1042 Sales call for Northwind".</summary>
    internal static async Task<string> AboutAsync(this ReferenceHubDbContext db, ReferenceRequest request, CancellationToken ct)
    {
        var type = await db.ActivityTypes.Where(row => row.Key == request.ActivityKey).Select(row => row.Name).SingleAsync(ct);
        var prospect = await db.ProspectOfAsync(request, ct);
        return string.Create(CultureInfo.InvariantCulture, $"#{request.Number} {type}{(prospect is null ? "" : $" for {prospect}")}");
    }

    /// <summary>The manager who has taken it; while nobody has, all who run the program.</summary>
    internal static async Task<List<Guid>> WhoRunsAsync(this ReferenceHubDbContext db, ReferenceRequest request, CancellationToken ct) =>
        request.AssigneeId is { } assignee ? [assignee] : await db.Users.WhoRun().Select(user => user.Id).ToListAsync(ct);

    /// <summary>People who can sign in and run the program.</summary>
    internal static IQueryable<User> WhoRun(this IQueryable<User> users)
    {
        var running = Rights.BearersOf(Right.RunProgram);
        return users.WhoCanSignIn().Where(user => (user.Roles & running) != 0);
    }
}
