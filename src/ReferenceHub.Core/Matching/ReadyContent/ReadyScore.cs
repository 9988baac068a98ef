using System.Collections.Immutable;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// How well content answers a need: 70 points for what it is about (by its own terms and language, and by what its customer has), 20 for
/// the kind that suits the activity, 10 for being recent. Pure; nothing answers who asks for nothing.
/// </summary>
internal sealed class ReadyScore
{
    /// <summary>Less of what is asked for is no answer.</summary>
    public const double LeastFit = 0.5;

    /// <summary>Days after which content counts as old.</summary>
    public const int RecentDays = 1095;

    private const double FitPoints = 70;
    private const double KindPoints = 20;
    private const double RecentPoints = 10;

    private readonly ImmutableArray<ReadyUnit> wanted;
    private readonly ImmutableArray<ReadyUnit> unwanted;
    private readonly ImmutableArray<ReadyUnit> mustsFirst;
    private readonly double[] kinds;
    private readonly DateOnly today;
    private readonly int weight;

    public ReadyScore(ReadyNeed need, PermissionScope? scope, CatalogTerms terms, Likenesses likes, MatchWeights weights, DateOnly today)
    {
        var criteria = need.Language is { } language && !need.Criteria.Items.Any(item => item.Facet == Facet.Language)
            ? need.Criteria.With(new Criterion(Facet.Language, language, Must: false))
            : need.Criteria;
        var units = ReadyUnit.Of(criteria, terms, likes, weights.Of, today);
        (wanted, unwanted) = ([.. units.Where(unit => !unit.Not && (unit.Must || unit.Weight > 0))], [.. units.Where(unit => unit.Not)]);
        mustsFirst = [.. wanted.OrderByDescending(unit => unit.Must)];
        (kinds, this.today) = ([.. Enum.GetValues<AssetKind>().Select(kind => KindFit.Of(scope, kind))], today);
        weight = wanted.Sum(unit => unit.Weight);
        IsAsked = !need.Criteria.IsEmpty && !wanted.IsEmpty;
    }

    /// <summary>Whether anything is asked for that content can answer.</summary>
    public bool IsAsked { get; }

    /// <summary>Points of 100; 0 when it is no answer.</summary>
    public double Of(ShelfAsset asset)
    {
        var kind = kinds[(int)asset.Kind];
        if (!IsAsked || kind == 0 || !asset.IsUsableOn(today))
        {
            return 0;
        }

        double met = 0;
        foreach (var unit in mustsFirst)
        {
            var grade = unit.GradeOf(asset).Value;
            if (grade == 0 && unit.Must)
            {
                return 0;
            }

            met += grade * unit.Weight;
        }

        foreach (var unit in unwanted)
        {
            if (unit.GradeOf(asset).Value > 0)
            {
                return 0;
            }
        }

        var fit = weight == 0 ? 1 : met / weight;
        var recent = Math.Clamp(1 - ((today.DayNumber - asset.PublishedOn.DayNumber) / (double)RecentDays), 0, 1);
        return fit < LeastFit ? 0 : (FitPoints * fit) + (KindPoints * kind) + (RecentPoints * recent);
    }

    /// <summary>Whether it is itself about all that is asked for, so that nothing has to be said against it.</summary>
    public bool IsPlain(ShelfAsset asset)
    {
        foreach (var unit in wanted)
        {
            if (unit.GradeOf(asset) is { Value: 0 } or { ByCustomer: true })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Why it answers, in words.</summary>
    public ReadyWhy WhyOf(ShelfAsset asset)
    {
        var about = ImmutableArray.CreateBuilder<string>();
        var byCustomer = ImmutableArray.CreateBuilder<string>();
        var missed = ImmutableArray.CreateBuilder<string>();
        string? notIn = null;
        foreach (var unit in wanted)
        {
            var grade = unit.GradeOf(asset);
            if (grade.Value == 0 && unit.IsLanguage)
            {
                notIn = unit.Words;
            }
            else if (grade.Value == 0)
            {
                missed.Add(unit.Words);
            }
            else
            {
                (grade.ByCustomer ? byCustomer : about).AddRange(unit.MetBy(asset, grade.ByCustomer));
            }
        }

        return new ReadyWhy(about.ToImmutable(), byCustomer.ToImmutable(), missed.ToImmutable()) { NotIn = notIn };
    }
}
