using System.Globalization;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

public sealed partial class ReferenceRequest
{
    /// <summary>One side says how a use went; what the customer says is not for the requester.</summary>
    public SurveyAnswer TakeSurvey(Moment moment, Guid candidateId, Party side, SurveyReply reply)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(reply);
        var candidate = MustBeHeld(candidateId);
        var answer = new SurveyAnswer(moment.Ids.Next(), candidate.Id, side, reply.Expected, reply.Actual, reply.Again, reply.Words, moment.Now);
        var note = string.Create(CultureInfo.InvariantCulture, $"Expected {answer.Expected}, it was {answer.Actual} of {SurveyAnswer.Best}.{Again(answer.Again)}");
        Record(moment, RequestEventKind.Surveyed, candidate, answer.Words is null ? note : Guard.Cut($"{note}\n{answer.Words}", ReasonLength), secret: side == Party.Customer);
        return answer;
    }

    /// <summary>The contact was thanked.</summary>
    public void NoteThanks(Moment moment, Guid candidateId, string? words) =>
        Record(moment, RequestEventKind.Thanked, MustBeHeld(candidateId), words);

    private Candidate MustBeHeld(Guid candidateId)
    {
        var candidate = CandidateOf(candidateId);
        return candidate.State == CandidateState.Completed ? candidate : throw new IllegalMoveException($"This candidate is {candidate.State.InWords()}; only a use that was held is spoken of.");
    }

    private static string Again(bool? again) => again switch
    {
        true => " Would do it again.",
        false => " Would not do it again.",
        _ => "",
    };
}
