namespace ReferenceHub.Core.Usage;

/// <summary>How loaded customers were in a replay: what took place or stood in the period, no-shows and what was given back excluded.</summary>
internal static class ReplayLoad
{
    public static ReplayFigures Of(IEnumerable<Use> uses, ReplayHistory history)
    {
        var counted = uses.Where(use => use.IsLoad && use.On >= history.From && use.On <= history.To).ToList();
        var (week, units) = counted.GroupBy(use => use.On.AddDays(-(((int)use.On.DayOfWeek + 6) % 7))).Select(week => (Monday: (DateOnly?)week.Key, Units: week.Sum(use => use.Units)))
            .OrderByDescending(week => week.Units).ThenBy(week => week.Monday).FirstOrDefault();
        var customers = counted.GroupBy(use => use.CustomerId).ToList();
        var busiest = customers.Select(customer => (Id: (Guid?)customer.Key, Units: Peak(customer))).OrderByDescending(customer => customer.Units).ThenBy(customer => customer.Id).FirstOrDefault();
        var top = Concentration.TopTenth(customers.Select(customer => customer.Count()), history.Customers.Count);
        return new ReplayFigures
        {
            PeakWeek = units,
            PeakWeekOf = week,
            PeakCustomer = busiest.Units,
            PeakCustomerId = busiest.Id,
            TopTenth = top.Part,
            Uses = top.Of,
            CustomersUsed = customers.Count,
        };
    }

    private static int Peak(IEnumerable<Use> uses)
    {
        var sorted = uses.OrderBy(use => use.On).ToList();
        var (first, units, most) = (0, 0, 0);
        foreach (var use in sorted)
        {
            units += use.Units;
            while (use.On.DayNumber - sorted[first].On.DayNumber >= DefaultPolicies.Quarter)
            {
                units -= sorted[first++].Units;
            }

            most = Math.Max(most, units);
        }

        return most;
    }
}
