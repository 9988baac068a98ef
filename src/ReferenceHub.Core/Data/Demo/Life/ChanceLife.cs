using Bogus;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>How a request of the past went, by chance: taken, one candidate after another asked, held or given up. Yields the instants at which it goes on.</summary>
internal sealed class ChanceLife(RequestLife life, Finder finder, Randomizer dice)
{
    private const int MostTries = 4;
    private int tries;

    /// <summary>From sending to the end.</summary>
    public IEnumerable<DateTime> Run()
    {
        life.Send();
        yield return life.After(dice.Around(38, 1));
        life.Take();
        var end = dice.Double() * 100;
        if (end < 4)
        {
            yield return life.After(dice.Around(200, 0.9));
            life.Cancel(dice.Pick(Phrases.Cancels));
            yield break;
        }

        if (end < 8)
        {
            yield return life.After(dice.Around(150, 0.9));
            life.Deflect(dice.Pick(Phrases.Deflections));
            yield break;
        }

        if (dice.Chance(7))
        {
            life.Hold(dice.Pick(Phrases.Questions));
            yield return life.After(dice.Around(300, 0.8));
            life.Resume(dice.Pick(Phrases.Answers));
        }

        yield return life.After(dice.Around(20, 0.8));
        foreach (var next in Source())
        {
            yield return next;
        }

        if (life.Row.State == RequestState.Sourcing && life.Row.Candidates.Any(candidate => candidate.State.IsAhead()))
        {
            life.Settle();
        }

        foreach (var next in Hold())
        {
            yield return next;
        }

        if (life.Row.State.IsOpen())
        {
            yield return life.After(dice.Around(240, 0.8));
            life.GiveUp(dice.Pick(Phrases.GiveUps));
        }
    }

    private IEnumerable<DateTime> Source()
    {
        while (life.Row.Candidates.Count(candidate => candidate.State.IsYes()) < life.Row.Wanted && tries < MostTries)
        {
            tries++;
            if (finder.Find(life, dice, overLimits: dice.Chance(10) && (life.Plan.Deal.Row.AmountMinor ?? 0) > 15_000_000) is not { } found)
            {
                yield break;
            }

            var candidate = life.Propose(found);
            yield return life.After(dice.Around(14, 0.7));
            if (!found.Closed && finder.Open(found.Customer, life) is null)
            {
                life.Withdraw(candidate, "Taken by another request meanwhile");
                continue;
            }

            life.Ask(candidate, found.Closed && !found.Customer.Ledger.Check(life.Plan.Type, found.ContactId, life.CountsOn).Allowed
                ? new OverrideMark(dice.Pick(["Victor Hallberg", "Elena Xenakis", "Paula Meier"]), dice.Pick(Phrases.Reasons)) : null);
            foreach (var next in Answers(candidate))
            {
                yield return next;
            }

            if (!candidate.State.IsYes())
            {
                yield return life.After(dice.Around(18, 0.8));
                if (life.Row.FirstAcceptedAt is null && dice.Chance(14))
                {
                    life.AgreeLater(dice.Int(4, 10) * 60, dice.Pick(Phrases.Exceptions));
                }
            }
        }
    }

    private IEnumerable<DateTime> Answers(Candidate candidate)
    {
        while (candidate.State.IsAsked())
        {
            var party = RequestLife.Awaited(candidate);
            var type = life.Plan.Type;
            var (window, no, silent) = party switch
            {
                Party.Owner => (type.OwnerReplyMinutes, 8, 2),
                Party.Legal => (type.LegalReplyMinutes, 4, 0),
                _ => (type.CustomerReplyMinutes, 9, 4),
            };
            if (dice.Chance(silent))
            {
                yield return life.After(window * dice.Double(1.1, 1.6));
                life.Silence(candidate);
                yield break;
            }

            yield return life.After(dice.Around(window * (life.Plan.Type.Key == ActivityKeys.SalesCall ? 0.4 : 0.75), 0.85));
            if (dice.Chance(no))
            {
                life.No(candidate, dice.Pick(party == Party.Owner ? Phrases.OwnerDeclines : Phrases.CustomerDeclines));
                yield break;
            }

            life.Yes(candidate);
        }
    }

    private IEnumerable<DateTime> Hold()
    {
        foreach (var candidate in life.Row.Candidates.Where(candidate => candidate.State == CandidateState.Accepted && life.Plan.Type.Units > 0).ToList())
        {
            yield return life.After(dice.Around(150, 0.8));
            life.Schedule(candidate, Slot());
        }

        foreach (var candidate in life.Row.Candidates.Where(candidate => candidate.State.IsAhead()).OrderBy(candidate => candidate.ScheduledFor).ToList())
        {
            if (life.Plan.Type.Key == ActivityKeys.Rfp)
            {
                yield return life.After(dice.Around(420, 0.7));
                life.Complete(candidate, null);
                continue;
            }

            yield return candidate.ScheduledFor is { } held ? held.AddMinutes(45 + (dice.Int(0, 20) * 15)) : life.After(60);
            if (candidate.State == CandidateState.Scheduled && dice.Chance(3))
            {
                life.NoShow(candidate, dice.Pick(Phrases.NoShows));
                continue;
            }

            if (candidate.State == CandidateState.Scheduled && dice.Chance(1.5))
            {
                life.No(candidate, dice.Pick(Phrases.CustomerDeclines));
                continue;
            }

            life.Complete(candidate, Math.Max(10, (int)(life.Plan.Type.Minutes * dice.Double(0.7, 1.7) / 5) * 5), dice.Chance(40) ? dice.Pick(Phrases.Thanks) : null);
            if (dice.Chance(62))
            {
                life.Rate(candidate, dice.PickBy([5, 4, 3, 2, 1], rating => rating switch { 5 => 46, 4 => 37, 3 => 12, 2 => 4, _ => 1 }));
            }
        }
    }

    // An hour of the working day between tomorrow and needed-by, rather early.
    private DateTime Slot()
    {
        var days = Math.Max(1, life.Plan.NeededBy.DayNumber - life.Today.DayNumber);
        var longNotice = life.Plan.Type.NoticeDays > 0;
        var ahead = longNotice ? days : 1 + (int)(Math.Min(days, 12) * Math.Pow(dice.Double(), 1.6));
        var opening = life.Time.NextOpening(life.After(1).AddDays(Math.Min(ahead, days)));
        var local = life.Time.LocalOf(opening).Date.AddHours(dice.Int(9, 15)).AddMinutes(dice.Pick([0, 0, 30]));
        return opening.Date.AddTicks(local.TimeOfDay.Ticks) - (life.Time.LocalOf(opening) - opening);
    }
}
