using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Matching;

namespace ReferenceHub.Web.Features.References;

/// <summary>What the small form of a chip says: the criteria that stand instead of it. The address beside it holds all the others.</summary>
public sealed class ChipEdit
{
    /// <summary>Name of the facet whose chip was edited; nothing when none was.</summary>
    [FromQuery(Name = "chip")]
    public string? Chip { get; set; }

    /// <summary>Must, preferred or not.</summary>
    [FromQuery(Name = "as")]
    public string? As { get; set; }

    /// <summary>Terms that are ticked.</summary>
    [FromQuery(Name = "key")]
    public string[] Keys { get; set; } = [];

    /// <summary>Months live, at least.</summary>
    [FromQuery(Name = "months")]
    public string? Months { get; set; }

    /// <summary>Fewest staff.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>Staff must be below.</summary>
    [FromQuery(Name = "below")]
    public string? Below { get; set; }

    /// <summary>Day by which it can be used.</summary>
    [FromQuery(Name = "day")]
    public string? Day { get; set; }

    /// <summary>Name of a customer that others should be like.</summary>
    [FromQuery(Name = "name")]
    public string? Name { get; set; }

    /// <summary>The facet whose chip was edited, or null.</summary>
    public Facet? Facet => Facets.TryParse(Chip, out var facet) ? facet : null;

    /// <summary>The criteria with what the form says; <paramref name="liked"/> is the customer that the name means.</summary>
    public Criteria Apply(Criteria rest, Guid? liked)
    {
        ArgumentNullException.ThrowIfNull(rest);
        return Facet is not { } facet ? rest : KeysOf(facet, liked).Aggregate(rest, (criteria, key) => criteria.With(As switch
        {
            "not" when facet.MayBeNot() => Criterion.Without(facet, key),
            "prefer" when facet.MayBePreferred() => new Criterion(facet, key, Must: false),
            _ => new Criterion(facet, key, Must: true),
        }));
    }

    private IEnumerable<string> KeysOf(Facet facet, Guid? liked) => facet switch
    {
        Core.Matching.Facet.Live => Number(Months) is { } months ? [Text(months)] : [],
        Core.Matching.Facet.FreeBy => Day is { Length: > 0 } day ? [day] : [],
        Core.Matching.Facet.Size when Range() is { } range => [range.Key],
        Core.Matching.Facet.Like when liked is { } id => [id.ToString()],
        _ => Keys,
    };

    // Numbers go before bands; a range the wrong way round is turned.
    private StaffRange? Range() => (Number(From), Number(Below)) switch
    {
        (null, null) => null,
        ({ } from, null) => new StaffRange(from, null),
        (null, { } below) => new StaffRange(0, below),
        ({ } from, { } below) => from == below ? new StaffRange(from, from + 1) : new StaffRange(Math.Min(from, below), Math.Max(from, below)),
    };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000_000 ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
