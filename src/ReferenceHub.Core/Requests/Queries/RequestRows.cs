using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Reads the rows of a list that are shown, in one query beside calendar, zone and activity types.</summary>
internal static class RequestRows
{
    private const int NeedLength = 120;

    internal static async Task<List<RequestRow>> ReadAsync(IQueryable<ReferenceRequest> shown, ListContext context, Viewer viewer, CancellationToken ct)
    {
        var rows = await shown.Select(request => new
        {
            request.Number,
            request.ActivityKey,
            request.State,
            request.Text,
            request.WantToKnow,
            Requirements = request.Text == null ? request.Requirements : null,
            request.ProspectName,
            DealName = request.Opportunity!.Name,
            DealAccount = request.Opportunity.AccountName,
            DealOwner = request.Opportunity.OwnerId,
            request.Opportunity.AmountMinor,
            request.Opportunity.Currency,
            Requester = request.Requester!.Name,
            request.AssigneeId,
            Assignee = request.Assignee!.Name,
            request.SubmittedAt,
            request.DueAt,
            request.PausedMinutes,
            request.HeldAt,
            request.FirstAcceptedAt,
            request.NeededBy,
            request.CalendarId,
            request.Ball,
            request.BallSince,
            request.Wanted,
            request.CreatedAt,
            request.EndedAt,
            request.EndReason,
            All = request.Candidates.Count,
            Asked = request.Candidates.Count(candidate => candidate.AskedAt != null),
            Lost = request.Candidates.Count(candidate => candidate.State == CandidateState.Declined || candidate.State == CandidateState.NoAnswer),
            Silent = request.Candidates.Count(candidate => candidate.State == CandidateState.NoAnswer),
            Yes = request.Candidates.Count(candidate => CandidateStates.Yes.Contains(candidate.State)),
        }).ToListAsync(ct);
        return [.. rows.Select(row =>
        {
            var time = context.Book.Of(row.CalendarId);
            return new RequestRow
            {
                Number = row.Number,
                ActivityKey = row.ActivityKey,
                ActivityName = context.NameOf(row.ActivityKey),
                Prospect = row.ProspectName ?? row.DealAccount ?? row.DealName ?? "No opportunity yet",
                HasNoProspect = (row.ProspectName ?? row.DealAccount ?? row.DealName) is null,
                Need = Short(NeedInShort.Of(row.Text, row.Requirements) ?? row.WantToKnow),
                Requester = row.Requester,
                AmountMinor = viewer.MaySeeAmountOf(row.DealOwner) ? row.AmountMinor : null,
                Currency = row.Currency,
                State = row.State,
                Ball = row.SubmittedAt is null ? null : row.Ball,
                BallMinutes = row.BallSince is { } since && row.State.IsOpen() ? Math.Max(0, time.MinutesBetween(since, context.Now)) : 0,
                Due = DueReading.Of(new ClockFacts(row.State, row.SubmittedAt, row.DueAt, row.PausedMinutes, row.HeldAt, row.FirstAcceptedAt, row.NeededBy), context.Now, time, context.Zone),
                AssigneeId = row.AssigneeId,
                Assignee = row.Assignee,
                Wanted = row.Wanted,
                Candidates = new CandidateCounts(row.All, row.Asked, row.Lost, row.Yes) { Silent = row.Silent },
                NeededBy = row.NeededBy,
                CreatedAt = row.CreatedAt,
                EndedAt = row.EndedAt,
                EndReason = row.EndReason,
            };
        })];
    }

    internal static string? Short(string? text)
    {
        var line = text?.ReplaceLineEndings(" ").Trim();
        return line is null || line.Length <= NeedLength ? line : line[..NeedLength].TrimEnd() + "…";
    }
}

/// <summary>What every row of a list is read with.</summary>
internal sealed record ListContext(DateTime Now, string Zone, CalendarBook Book, IReadOnlyList<ActivityType> Types)
{
    internal ActivityType? TypeOf(string key) => Types.FirstOrDefault(type => type.Key == key);

    internal string NameOf(string key) => TypeOf(key)?.Name ?? key;

    internal DateOnly Today => Zones.DateIn(Zone, Now);

    internal static async Task<ListContext> LoadAsync(ReferenceHubDbContext db, TimeProvider clock, CalendarQueries calendars, ActivityTypeQueries types, CancellationToken ct) =>
        new(clock.UtcNow(), await db.ProgramZoneAsync(ct), await calendars.BookAsync(ct), await types.AllAsync(ct));
}
