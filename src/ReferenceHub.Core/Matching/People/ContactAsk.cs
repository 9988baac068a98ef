using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>What an ask wants of the contact: a language, what the talk is about, working hours shared with the prospect.</summary>
/// <param name="Languages">Languages, one of which is to be spoken, as indices into <see cref="CatalogTerms"/>.</param>
/// <param name="Topics">Use cases, one of which is to be spoken about, as indices.</param>
/// <param name="ZoneId">IANA zone of the prospect; null when hours do not matter.</param>
/// <param name="ProgramZoneId">Zone of contacts who named none.</param>
public sealed record ContactAsk(ImmutableArray<int> Languages, ImmutableArray<int> Topics, string? ZoneId, string ProgramZoneId)
{
    /// <summary>Whether it wants nothing, so that every contact suits.</summary>
    public bool AsksNothing => Languages.IsEmpty && Topics.IsEmpty && ZoneId is null;

    /// <summary>What criteria say of the contact; the language of the conversation, where it is known, goes before those of the criteria.</summary>
    public static ContactAsk Of(Criteria criteria, CatalogTerms terms, string? language, string? zoneId, string programZoneId)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(terms);
        var spoken = language is null ? null : terms.Find(Facet.Language, language);
        return new ContactAsk(
            spoken is null ? Asked(Facet.Language) : [spoken.Index],
            Asked(Facet.UseCase),
            zoneId is not null && ZoneNumbers.Of(zoneId) > 0 ? zoneId : null,
            programZoneId);

        ImmutableArray<int> Asked(Facet facet) =>
            [.. criteria.Items.Where(item => item.Facet == facet && !item.Not).Select(item => terms.Find(facet, item.Key)?.Index ?? -1).Where(index => index >= 0).Distinct()];
    }
}
