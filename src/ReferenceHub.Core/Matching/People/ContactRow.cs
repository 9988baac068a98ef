using System.Collections.Immutable;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>A contact's own columns, as far as the catalog needs them.</summary>
internal sealed record ContactRow(
    Guid Id,
    List<PermissionScope> Willing,
    List<string> Languages,
    List<string> Topics,
    string? ZoneId,
    int? MinutesPerQuarter,
    int? UsesPerQuarter,
    DateOnly? PausedUntil)
{
    /// <summary>The contact with its languages and topics as terms; what no taxonomy has is left out.</summary>
    public CatalogContact ContactOf(CatalogTerms terms)
    {
        var skills = ImmutableArray.CreateBuilder<int>(Languages.Count + Topics.Count);
        Add(Facet.Language, Languages);
        Add(Facet.UseCase, Topics);
        return new CatalogContact(Id, ScopeSet.Of(Willing), MinutesPerQuarter, PausedUntil) { UsesPerQuarter = UsesPerQuarter, Skills = skills.ToImmutable(), ZoneId = ZoneId };

        void Add(Facet facet, List<string> keys)
        {
            foreach (var key in keys)
            {
                if (terms.Find(facet, key) is { } term && !skills.Contains(term.Index))
                {
                    skills.Add(term.Index);
                }
            }
        }
    }
}
