using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Limits that customers set for themselves.</summary>
internal static class OwnLimits
{
    private static readonly string[] Calls = [ActivityKeys.SalesCall, ActivityKeys.Analyst, ActivityKeys.Press];

    /// <summary>The known ones, and one for each twentieth other customer.</summary>
    public static IEnumerable<UsagePolicy> Of(DemoWorld world)
    {
        foreach (var (customer, place) in world.Customers.Select((customer, place) => (customer, place)))
        {
            var terms = customer.Sketch.Name switch
            {
                "Alpenbank AG" => new PolicyTerms(PolicyMeasure.Units, 6, LimitWindow.Rolling(DefaultPolicies.Year)),
                "Zürcher Kantonskasse" or "Säntis Versicherungen" => new PolicyTerms(PolicyMeasure.Uses, 1, LimitWindow.Rolling(DefaultPolicies.Quarter)),
                _ when !customer.Sketch.InStory && place % 20 == 7 => new PolicyTerms(PolicyMeasure.Uses, 2, LimitWindow.Rolling(DefaultPolicies.Year)),
                _ => null,
            };
            if (terms is not null)
            {
                yield return new UsagePolicy(world.Ids.Next(), PolicyPer.Customer, terms.Measure == PolicyMeasure.Units ? [] : Calls, terms)
                    .ForCustomer(customer.Row.Id, place % 40 == 7 ? PolicySetter.Owner : PolicySetter.Customer);
            }
        }
    }
}
