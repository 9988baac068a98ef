using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Two questions to both sides after a use. Grades count for quality and fatigue; a low one is looked into, a requester's is noted on the deal.</summary>
public sealed class Surveys(ReferenceHubDbContext db, RequestDoor door, Letters letters, UsePartyFinder finder, UseLinks links, Notices notices, HistoryLog history)
{
    /// <summary>Refusal of a second answer.</summary>
    public const string Answered = "This was answered already, thank you. Nothing was changed.";

    /// <summary>A use was held: the contact is asked by letter; the requester on the request, of which they are told when somebody else noted it.</summary>
    internal async Task AskAsync(ReferenceRequest request, Candidate candidate, Moment moment, CancellationToken ct)
    {
        var type = await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey, ct);
        if (!type.HasTime)
        {
            return;
        }

        await notices.TellAsync(
            [request.RequesterId], MessageKinds.UseWasHeld, $"{await db.AboutAsync(request, ct)}: how was it?", "Two questions, half a minute.", $"/requests/{request.Number}?open=survey-{candidate.Id}#c-{candidate.Id}", moment.By.ActorId, ct);
        var parties = await finder.OfAsync(request, candidate, ct);
        if (parties.ContactEmail is not { } address)
        {
            return;
        }

        var link = await links.OfSurveyAsync(candidate, ct);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["requester"] = parties.Requester,
            ["prospect"] = parties.ProspectTold,
            ["activity"] = UseWords.Activity(type, parties.ContactLanguage),
            ["until"] = UseWords.Day(link.ExpiresAt, parties.ContactZone, parties.ContactLanguage),
        };
        await letters.WriteAsync(new Letter(MessageKinds.Survey, new Recipient(parties.Contact!, address, parties.ContactLanguage, parties.ContactZone), values, type.Key, link, null, parties.RequesterEmail), ct);
    }

    /// <summary>The requester answers in the product, the contact behind the link they were given; once a side.</summary>
    public Task<Outcome> AnswerAsync(int number, Guid candidateId, SurveyReply reply, Viewer by, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            var side = by.MayActOn(candidateId) ? Party.Customer
                : by.ActsForOne(request.RequesterId) ? Party.Requester
                : throw new ForbiddenException("Only the requester says how it went for them.");
            if (await db.SurveyAnswers.AnyAsync(row => row.CandidateId == candidateId && row.Side == side, stop))
            {
                return Outcome.Refuse(Answered);
            }

            var candidate = request.CandidateOf(candidateId);
            var answer = request.TakeSurvey(moment, candidateId, side, reply);
            db.SurveyAnswers.Add(answer);
            // Whoever would not do it again counts as badly served, whatever the grade.
            db.UsageSignals.Add(UsageSignal.Rated(
                moment.Ids.Next(), candidate.CustomerId, candidate.ContactId, answer.Again == false ? Math.Min(answer.Actual, SurveyAnswer.Low) : answer.Actual, await db.ProgramDayAsync(moment.Now, stop), moment.Now));
            if (side == Party.Requester && request.OpportunityId is { } deal)
            {
                history.Record(by, SubjectKind.Opportunity, deal, "reference-outcome", $"Request #{request.Number}: {HelpedReading.Of(answer.Actual).InWords()}");
            }

            if (answer.IsLow)
            {
                await TellAsync(request, candidate, answer, by, stop);
            }

            return Outcome.Done;
        }, ct, LinkPurpose.Survey);

    private async Task TellAsync(ReferenceRequest request, Candidate candidate, SurveyAnswer answer, Viewer by, CancellationToken ct)
    {
        var people = await db.WhoRunsAsync(request, ct);
        if (candidate.Customer!.OwnerId is { } owner)
        {
            people.Add(owner);
        }

        var who = answer.Side == Party.Customer ? candidate.Customer.Name : "the requester";
        var again = answer.Again == false ? ", and would not do it again" : "";
        await notices.TellAsync(
            people, MessageKinds.LowGrade, $"Low grade: {candidate.Customer.Name}, request #{request.Number}", $"{Capital(who)} gave {answer.Actual} of {SurveyAnswer.Best}{again}.{(answer.Words is { } words ? $" “{words}”" : "")}",
            $"/requests/{request.Number}#c-{candidate.Id}", by.ActorId, ct);
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
