using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Needed-by follows the day that a need names, and never overrules who chose or cleared it.</summary>
public sealed class CarriedDayTests
{
    [Theory]
    [InlineData("", "", "freeby=2026-12-24", "2026-12-24")] // newly said
    [InlineData("", "freeby=2026-12-24", "freeby=2026-12-24", "")] // cleared by hand
    [InlineData("2026-12-01", "", "freeby=2026-12-24", "2026-12-01")] // chosen by hand
    [InlineData("2026-12-01", "freeby=2026-12-24", "freeby=2027-05-12", "2026-12-01")] // chosen by hand instead
    [InlineData("2026-12-24", "freeby=2026-12-24", "freeby=2027-05-12", "2027-05-12")] // said anew
    [InlineData("2026-12-24", "freeby=2026-12-24", "industry=banking", "2026-12-24")] // the criterion taken out
    [InlineData("", "", "industry=banking", "")]
    [InlineData("", "", "freeby=2027-05-12&freeby=2026-12-24", "2026-12-24")] // the first of two
    public void The_day_is(string chosen, string before, string now, string carried) =>
        NeededByRule.Carried(Day(chosen), Criteria.Parse(before), Criteria.Parse(now)).ShouldBe(Day(carried));

    private static DateOnly? Day(string day) => day.Length == 0 ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
