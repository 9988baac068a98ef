using System.Globalization;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Holds a rebuilt ledger against what requests say; nothing else is asked and nothing is changed.</summary>
/// <param name="zone">The program's zone.</param>
internal sealed class LedgerTruth(string zone)
{
    /// <summary>All differences of one customer; the claims are those of its candidates and of the candidates that its held uses name.</summary>
    public IReadOnlyList<Difference> Of(LedgerRebuild ledger, IReadOnlyCollection<UseClaim> claims)
    {
        var byCandidate = claims.ToDictionary(claim => claim.CandidateId);
        return
        [
            .. ledger.Places(),
            .. ledger.Uses.Where(use => use.IsHeld && use.Use.Source == UseSource.Request)
                .Select(use => Found(ledger, use.Use.UseId, FindingKind.Orphan, WhyNobodyWaits(use.Use, use.Use.SourceId is { } id ? byCandidate.GetValueOrDefault(id) : null))).OfType<Difference>(),
            .. claims.Where(claim => claim.CustomerId == ledger.CustomerId).SelectMany(claim => OfClaim(ledger, claim)),
        ];
    }

    private static string? WhyNobodyWaits(Use use, UseClaim? claim) => claim switch
    {
        null => "Capacity is held for a request that is not there.",
        _ when claim.CustomerId != use.CustomerId => $"Capacity is held here, but request {claim.Number} asks another customer.",
        _ when claim.UseId != use.UseId => $"Capacity is held, but request {claim.Number} counts on another use.",
        _ when claim.RequestState.IsEnd() && !claim.State.IsYes() => $"Capacity is held, but request {claim.Number} has ended.",
        _ when claim.State.FellAway() => $"Capacity is held, but the candidate of request {claim.Number} is {claim.State.InWords()}.",
        _ => null,
    };

    private IEnumerable<Difference> OfClaim(LedgerRebuild ledger, UseClaim claim)
    {
        var held = ledger.Find(claim.UseId);
        if (claim.Counts && (held is null || (held.Use.State == UseState.Released && !held.IsPutRight)))
        {
            yield return new Difference(
                ledger.CustomerId, claim.UseId, FindingKind.Missing,
                $"Request {claim.Number} counts on a use ({claim.State.InWords()}) that the ledger {(held is null ? "does not hold" : "has released")}.");
        }
        else if (held is not null && (claim.Counts || claim.State == CandidateState.NoShow || held.Use.State == UseState.Done))
        {
            foreach (var words in Differing(claim, held))
            {
                yield return new Difference(ledger.CustomerId, claim.UseId, FindingKind.Differs, words);
            }
        }
    }

    private IEnumerable<string> Differing(UseClaim claim, RebuiltUse held)
    {
        var use = held.Use;
        if (claim.ActivityKey != use.ActivityKey)
        {
            yield return $"Request {claim.Number} is for another activity than the ledger says.";
        }

        if (claim.CandidateId != use.SourceId)
        {
            yield return $"Request {claim.Number} counts on a use that the ledger holds for something else.";
        }

        if (held.IsPutRight)
        {
            yield break;
        }

        if (StateOf(claim.State) != use.State && !(claim.State.FellAway() && held.IsHeld))
        {
            yield return $"Request {claim.Number} says {claim.State.InWords()}, the ledger {InWords(use.State)}.";
        }

        if (claim.ContactId != use.ContactId)
        {
            yield return $"Request {claim.Number} names another contact than the ledger.";
        }

        if (claim is { State: CandidateState.Scheduled or CandidateState.Completed, ScheduledFor: { } at } && Zones.DateIn(zone, at) is var day && day != use.On)
        {
            yield return $"Request {claim.Number} has it on {Day(day)}, the ledger on {Day(use.On)}.";
        }
    }

    private static UseState StateOf(CandidateState state) => state switch
    {
        _ when state.IsAsked() => UseState.Pending,
        CandidateState.Accepted or CandidateState.Scheduled => UseState.Planned,
        CandidateState.Completed => UseState.Done,
        CandidateState.NoShow => UseState.NoShow,
        _ => UseState.Released,
    };

    private static string InWords(UseState state) => state == UseState.NoShow ? "no-show" : state.ToString().ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static Difference? Found(LedgerRebuild ledger, Guid useId, FindingKind kind, string? words) => words is null ? null : new Difference(ledger.CustomerId, useId, kind, words);
}
