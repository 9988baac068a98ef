using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

internal sealed partial class RequestLife
{
    // Times and answers are told of the last months; before that only what they came to is on record.
    private const int DaysTold = 100;

    private bool IsTold => clock.Now > world.Now.AddDays(-DaysTold) && Plan.Type.HasTime;

    /// <summary>One side offers times.</summary>
    public void Offer(Candidate candidate, Party by, params IReadOnlyList<DateTime> times) =>
        Row.OfferTimes(As(by == Party.Program ? Plan.Manager : Plan.Requester), candidate.Id, by, times);

    /// <summary>What both sides say of a use that was held, 1 to 5; the customer answers two times in three.</summary>
    public void Rate(Candidate candidate, int rating)
    {
        Signal(candidate, rating);
        if (!IsTold)
        {
            return;
        }

        Answer(candidate, Plan.Requester.AsViewer(), Party.Requester, rating, Phrases.Grades[rating - 1]);
        clock.Written.Add(new HistoryEvent(
            clock.Ids.Next(), clock.Now, Plan.Requester.Id, Plan.Requester.Name, SubjectKind.Opportunity, Plan.Deal.Row.Id,
            "reference-outcome", $"Request #{number}: {HelpedReading.Of(rating).InWords()}", []));
        if (number % 3 != 0 && CustomerOf(candidate).Row.Contacts.Find(contact => contact.Id == candidate.ContactId) is { } contact)
        {
            var theirs = Math.Max(1, number % 5 == 0 ? rating - 1 : rating);
            Answer(candidate, Viewer.Behind(contact.Name, new LinkGrant(Row.Id, candidate.Id)), Party.Customer, theirs, theirs == rating ? null : Phrases.Remarks[number % Phrases.Remarks.Length]);
            Signal(candidate, theirs);
        }

        if (rating >= 4 && number % 2 == 0)
        {
            Row.NoteThanks(As(Plan.Requester), candidate.Id, Phrases.Thanked);
        }
    }

    // Said between the yes and the date, with the date that was chosen among them.
    private void OfferBefore(Candidate candidate, DateTime chosen)
    {
        if (!IsTold || candidate.OpenTimes().Count > 0)
        {
            return;
        }

        var since = candidate.AcceptedAt ?? clock.Now;
        var offered = (since + ((clock.Now - since) / 3)).CutToMilliseconds();
        var by = number % 4 == 0 ? Party.Customer : Party.Requester;
        var moment = As(Plan.Requester) with { Now = offered > Row.LastEventAt ? offered : Row.LastEventAt };
        Row.OfferTimes(moment, candidate.Id, by, [chosen, chosen.AddHours(2), Time.NextOpening(chosen.AddDays(1)).AddHours(1)]);
    }

    private void Answer(Candidate candidate, Viewer by, Party side, int grade, string? words) =>
        beside.Add(Row.TakeSurvey(As(by), candidate.Id, side, new SurveyReply(Math.Min(SurveyAnswer.Best, 3 + (number % 3)), grade, grade > SurveyAnswer.Low, words)));

    private void Signal(Candidate candidate, int grade) =>
        clock.Written.Add(UsageSignal.Rated(clock.Ids.Next(), candidate.CustomerId, candidate.ContactId, grade, Today, clock.Now));
}
