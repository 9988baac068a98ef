using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Deals;

/// <summary>An open stage as the manager wants it: a known one by key, a new one without.</summary>
public sealed record StageWish(string? Key, string Name);

/// <summary>A stage as it was shown to the manager, also one to be left out.</summary>
public sealed record StageMark(string Key, int Version);

/// <summary>The ordered open stages, changed by those who keep the settings.</summary>
public sealed class DealStageService(ReferenceHubDbContext db, IIds ids, HistoryLog history)
{
    /// <summary>Most stages.</summary>
    public const int Most = 12;

    private const int Aside = 1000;

    /// <summary>
    /// Replaces order, names and the gate (a place, from 1). Deals of a stage that is left out go to the
    /// nearest one before it; how far each deal has come is counted by the new order. What was shown must still stand: a stage
    /// that somebody added meanwhile was not left out by the manager.
    /// </summary>
    public Task<Outcome> ArrangeAsync(IReadOnlyList<StageWish> wishes, int gate, IReadOnlyList<StageMark> shown, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.ManageSettings);
        return db.WriteAsync(
            async stop =>
            {
                if (WhyNot(wishes, gate) is { } no)
                {
                    return no;
                }

                var before = await db.DealStages.OrderBy(stage => stage.Place).ToListAsync(stop);
                if (!before.Select(stage => new StageMark(stage.Key, stage.Version)).ToHashSet().SetEquals(shown) || wishes.Any(wish => wish.Key is not null && before.Named(wish.Key) is null))
                {
                    throw new StaleVersionException("list of stages");
                }

                var words = Words(before.Select(stage => (stage.Name, stage.IsGate)));
                var after = Apply(wishes, gate, before);
                await FollowAsync(before, after, stop);
                if (words != Words(after.Select(stage => (stage.Name, stage.IsGate))))
                {
                    history.Record(by, SubjectKind.Settings, after[0].Id, "edited", "Changed the stages of deals", new FieldChange("Stages", words, Words(after.Select(stage => (stage.Name, stage.IsGate)))));
                }

                await db.SaveChangesAsync(stop);
                return Outcome.Done;
            },
            ct);
    }

    private static Outcome? WhyNot(IReadOnlyList<StageWish> wishes, int gate)
    {
        if (wishes.Count is 0 or > Most)
        {
            return Outcome.Refuse($"Keep 1 to {Most} stages.", "Stages");
        }

        if (wishes.Any(wish => string.IsNullOrWhiteSpace(wish.Name)))
        {
            return Outcome.Refuse("Every stage needs a name.", "Stages");
        }

        if (wishes.GroupBy(wish => TextKey.Of(wish.Name)).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return Outcome.Refuse($"Two stages are called {twice.First().Name}.", "Stages");
        }

        return gate < 1 || gate > wishes.Count ? Outcome.Refuse("Say at which stage the gate stands.", "Gate") : null;
    }

    private List<DealStage> Apply(IReadOnlyList<StageWish> wishes, int gate, List<DealStage> before)
    {
        var after = new List<DealStage>();
        for (var place = 1; place <= wishes.Count; place++)
        {
            var wish = wishes[place - 1];
            var stage = before.Named(wish.Key);
            if (stage is null)
            {
                stage = new DealStage(ids.Next(), FreeKey(wish.Name, before.Concat(after)), wish.Name, place, place == gate);
                db.DealStages.Add(stage);
            }
            else
            {
                stage.Arrange(wish.Name, place, place == gate);
            }

            after.Add(stage);
        }

        db.DealStages.RemoveRange(before.Except(after));
        return after;
    }

    // The highest stage of a deal is kept as a place: it moves with its stage, all at once.
    private async Task FollowAsync(List<DealStage> before, List<DealStage> after, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        for (var place = 1; place <= before.Count; place++)
        {
            var (was, stage) = (place, before[place - 1]);
            var now = Successor(stage, before, after);
            await db.Opportunities.Where(deal => deal.HighestStage == was).ExecuteUpdateAsync(set => set.SetProperty(deal => deal.HighestStage, Aside + now.Place), ct);
            if (now != stage)
            {
                await db.Opportunities.Where(deal => deal.StageKey == stage.Key).ExecuteUpdateAsync(set => set.SetProperty(deal => deal.StageKey, now.Key), ct);
            }
        }

        await db.Opportunities.Where(deal => deal.HighestStage > Aside).ExecuteUpdateAsync(set => set.SetProperty(deal => deal.HighestStage, deal => deal.HighestStage - Aside), ct);
    }

    // The stage itself; of one that is left out the nearest before it that stays, else the first: a deal never gets further by it.
    private static DealStage Successor(DealStage stage, List<DealStage> before, List<DealStage> after) => after.Contains(stage)
        ? stage
        : before.TakeWhile(other => other != stage).LastOrDefault(after.Contains) ?? after[0];

    private static string FreeKey(string name, IEnumerable<DealStage> taken)
    {
        var plain = new string([.. TextKey.Of(name).ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]).Trim('-');
        var key = plain.Length == 0 ? "stage" : plain[..Math.Min(plain.Length, DealStage.NameLength - 4)];
        var keys = taken.Select(stage => stage.Key).Append(nameof(DealOutcome.Won).ToLowerInvariant()).Append(nameof(DealOutcome.Lost).ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, Most + 3).Select(number => number == 1 ? key : $"{key}-{number}").First(candidate => !keys.Contains(candidate));
    }

    private static string Words(IEnumerable<(string Name, bool IsGate)> stages) => string.Join(", ", stages.Select(stage => stage.IsGate ? $"{stage.Name} (gate)" : stage.Name));
}
