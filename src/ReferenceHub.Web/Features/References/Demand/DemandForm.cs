using ReferenceHub.Core.Matching;

namespace ReferenceHub.Web.Features.References.Demand;

/// <summary>A search that nobody can be asked for, and what is to become of it.</summary>
public sealed class DemandForm
{
    /// <summary>The criteria, as a query string.</summary>
    public string? Query { get; set; }

    /// <summary>Key of the activity type.</summary>
    public string? Type { get; set; }

    /// <summary>The deal.</summary>
    public Guid? OpportunityId { get; set; }

    /// <summary>Set by the button that looks for deals.</summary>
    public string? Find { get; set; }

    /// <summary>What is looked for.</summary>
    public Criteria Criteria => Criteria.Parse(Query);

    /// <summary>The search itself.</summary>
    public string SearchAddress
    {
        get
        {
            var type = string.IsNullOrEmpty(Type) || Type == Core.Usage.ActivityKeys.SalesCall ? "" : $"type={Uri.EscapeDataString(Type)}";
            var query = string.Join('&', new[] { Criteria.ToQuery(), type }.Where(part => part.Length > 0));
            return query.Length == 0 ? "/references" : $"/references?{query}";
        }
    }
}
