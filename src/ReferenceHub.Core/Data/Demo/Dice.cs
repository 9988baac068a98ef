using Bogus;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Seeded chance in the shapes that a program's life has.</summary>
internal static class Dice
{
    /// <summary>True in so many of a hundred cases.</summary>
    public static bool Chance(this Randomizer dice, double percent) => dice.Double() * 100 < percent;

    /// <summary>One of the items.</summary>
    public static T Pick<T>(this Randomizer dice, IReadOnlyList<T> items) => items[dice.Int(0, items.Count - 1)];

    /// <summary>One of the items, the heavier the likelier.</summary>
    public static T PickBy<T>(this Randomizer dice, IReadOnlyList<T> items, Func<T, double> weight)
    {
        var left = dice.Double() * items.Sum(weight);
        foreach (var item in items)
        {
            left -= weight(item);
            if (left < 0)
            {
                return item;
            }
        }

        return items[^1];
    }

    /// <summary>Some of the items in their order, each in so many of a hundred cases.</summary>
    public static IEnumerable<T> Some<T>(this Randomizer dice, IEnumerable<T> items, double percent) => items.Where(_ => dice.Chance(percent)).ToList();

    /// <summary>A positive number around a median, skewed to the right as durations, amounts and head counts are.</summary>
    public static double Around(this Randomizer dice, double median, double spread)
    {
        var bell = Math.Sqrt(-2 * Math.Log(1 - dice.Double())) * Math.Cos(2 * Math.PI * dice.Double());
        return median * Math.Exp(Math.Clamp(bell, -2.6, 2.6) * spread);
    }

    /// <summary>Rounded as people round: two significant digits.</summary>
    public static int Rounded(double number)
    {
        var step = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, number))) - 1));
        return (int)(Math.Round(number / step) * step);
    }
}
