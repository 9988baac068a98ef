using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>What people were told of the open requests in the last days: each what they may know, most of it read.</summary>
internal sealed class InboxMaker(DemoWorld world, IReadOnlyList<RequestLife> open)
{
    private const int MostEach = 12;
    private readonly List<Person> everybody = [.. world.People.All.Select(user => new Person(user.Id, user.Name))];

    /// <summary>Lines of inboxes; their mails went out long ago.</summary>
    public IEnumerable<Notification> Lines() => open.Where(life => life.Row.Number > 0).SelectMany(Of)
        .Where(line => line.At > world.Now.AddDays(-21) && line.At <= world.Now)
        .GroupBy(line => line.To.Id)
        .SelectMany(mine => mine.OrderByDescending(line => line.At).Take(MostEach).Select(Made));

    private IEnumerable<Line> Of(RequestLife life)
    {
        var (row, plan) = (life.Row, life.Plan);
        if (row.SubmittedAt is { } sent)
        {
            yield return new Line(plan.Manager, MessageKinds.RequestSubmitted, $"{plan.Requester.Name} asks for a reference: {plan.Type.Name}", plan.Text, row.Number, sent);
        }

        foreach (var line in row.Events.Where(line => line.Kind == RequestEventKind.Commented && line.Note is not null))
        {
            var mentioned = Mentions.In(line.Note, everybody);
            foreach (var person in mentioned)
            {
                yield return new Line(world.People.All.First(user => user.Id == person.Id), MessageKinds.Mention, $"{line.ActorName} mentions you on request #{row.Number}", line.Note!, row.Number, line.At);
            }

            if (mentioned.Count == 0 && line.ActorId != plan.Requester.Id && !line.Note!.EndsWith("from now on.", StringComparison.Ordinal))
            {
                yield return new Line(plan.Requester, MessageKinds.Comment, $"{line.ActorName} comments on request #{row.Number}", line.Note!, row.Number, line.At);
            }
        }

        foreach (var line in row.Events.Where(line => line.Kind == RequestEventKind.Merged))
        {
            yield return new Line(plan.Requester, MessageKinds.RequestEdited, $"Request #{row.Number} goes on for two", line.Note ?? "", row.Number, line.At);
        }

        foreach (var candidate in row.Candidates)
        {
            var customer = life.CustomerOf(candidate).Row;
            if (candidate.AcceptedAt is { } accepted)
            {
                yield return new Line(plan.Requester, MessageKinds.CandidateAccepted, $"{customer.Name} said yes: {plan.Type.Name}", $"Request {row.Number}", row.Number, accepted);
            }

            if (candidate is { State: CandidateState.Declined, EndedAt: { } ended })
            {
                yield return new Line(plan.Manager, MessageKinds.CandidateDeclined, $"{customer.Name} said no: {plan.Type.Name}", $"Request {row.Number}", row.Number, ended);
            }
        }
    }

    private Notification Made(Line line, int place)
    {
        var notice = new Notification(world.Ids.Next(), line.To.Id, line.Kind, line.Title, line.Text, $"/requests/{line.Number}", line.At, NoticeMail.None, null);
        if (place > 2)
        {
            notice.MarkRead(line.At.AddHours(2));
        }

        return notice;
    }

    private sealed record Line(User To, string Kind, string Title, string Text, int Number, DateTime At);
}
