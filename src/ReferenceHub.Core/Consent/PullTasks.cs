using System.Globalization;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Consent;

/// <summary>Writes one follow-up for each thing that somebody has to pull by hand. Requesters are not told the name: it is no longer released.</summary>
internal sealed class PullTasks(ReferenceHubDbContext db, IIds ids, PullDesk desk, WithdrawalPlan plan, Guid? ownerId, Viewer by, DateTime now, string zoneId)
{
    private const int DaysToPull = 3;
    private readonly DateOnly today = Zones.DateIn(zoneId, now);

    public int Count { get; private set; }

    /// <summary>Who has something to do.</summary>
    public HashSet<Guid> Assignees { get; } = [];

    public void WriteAll()
    {
        foreach (var asset in plan.Assets.Where(asset => asset.State == References.AssetState.Published))
        {
            var copies = asset.Downloads > 0 ? $", and copies (saved {Times(asset.Downloads)})" : asset.HasFile ? ", and printed copies" : "";
            OnCustomer(desk.Marketing(asset.OwnerId), asset.Link is { } link
                ? $"Take down “{Short(asset.Title)}” at {Short(link)}{copies}: {plan.CustomerName} withdrew consent"
                : $"Pull “{Short(asset.Title)}” wherever it was printed, sent or pasted{copies}: {plan.CustomerName} withdrew consent");
        }

        foreach (var share in plan.Shares)
        {
            OnCustomer(desk.Present(share.CreatedById) ?? desk.Manager(), $"Tell {Short(share.Recipient)} not to use what you shared any more: {Titles(share.Titles)}");
        }

        foreach (var deal in plan.Deals)
        {
            OnCustomer(desk.Present(deal.ById) ?? desk.Manager(), $"Don't use this for {Short(deal.Deal)} any more, and say so where it was sent: {Titles(deal.Titles)}");
        }

        foreach (var ask in plan.Asks.Where(ask => ask.State != CandidateState.Proposed))
        {
            OnRequest(ask, desk.Manager(ask.AssigneeId), $"{plan.CustomerName} withdrew consent: {(ask.State.IsAhead() ? "tell them the use is off and " : "")}find another reference");
            if (ask.State.IsAhead() && desk.Present(ask.RequesterId) is { } requester)
            {
                OnRequest(ask, requester, $"Tell {Short(ask.Prospect ?? "the prospect")} that the {ask.ActivityName.ToLowerInvariant()} does not take place{On(ask.ScheduledFor)}");
            }
        }

        foreach (var use in plan.Uses)
        {
            OnCustomer(desk.Present(ownerId) ?? desk.Manager(), $"Call off the use planned on {Day(use.On)}: {plan.CustomerName} withdrew consent");
        }

        if (plan.LeavesRfpList)
        {
            OnCustomer(desk.Present(ownerId) ?? desk.Manager(), $"Look for RFP answers that name {plan.CustomerName} and are still open; it may not be named any more");
        }
    }

    private string On(DateTime? at) => at is { } utc ? $" on {Day(Zones.DateIn(zoneId, utc))}" : "";

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Times(int count) => count == 1 ? "once" : $"{count.ToString(CultureInfo.InvariantCulture)} times";

    private static string Short(string text) => text.Length <= 90 ? text : $"{text[..(char.IsHighSurrogate(text[88]) ? 88 : 89)]}…";

    private static string Titles(IReadOnlyList<string> titles) => Short(titles[0]) + (titles.Count > 1 ? $" and {(titles.Count - 1).ToString(CultureInfo.InvariantCulture)} more" : "");

    private void OnCustomer(Guid assignee, string text) => Add(SourceKind.Customer, plan.CustomerId, assignee, text, today.AddDays(DaysToPull));

    private void OnRequest(OpenAsk ask, Guid assignee, string text) => Add(SourceKind.Request, ask.RequestId, assignee, text, today);

    private void Add(SourceKind source, Guid sourceId, Guid assignee, string text, DateOnly dueOn)
    {
        var cut = text.Length <= FollowUp.TextLength ? text : text[..FollowUp.TextLength];
        db.FollowUps.Add(new FollowUp(ids.Next(), source, sourceId, cut, dueOn, assignee, by.UserId, now));
        Assignees.Add(assignee);
        Count++;
    }
}
