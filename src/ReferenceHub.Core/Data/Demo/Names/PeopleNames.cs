using System.Globalization;
using Bogus;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Invents people.</summary>
internal sealed class PeopleNames(Randomizer dice)
{
    private readonly Dictionary<string, Bogus.DataSets.Name> sources = new(StringComparer.Ordinal);

    /// <summary>A family name.</summary>
    public string LastName(Country country) => Source(country.LastNames).LastName();

    /// <summary>Given and family name, sometimes with a doctor's title.</summary>
    public string FullName(Country country)
    {
        var name = $"{Source(country.FirstNames).FirstName()} {Source(country.LastNames).LastName()}";
        return country.German && dice.Chance(8) ? "Dr. " + name : name;
    }

    /// <summary>An address at a company.</summary>
    public static string Email(string name, string domain)
    {
        var plain = TextKey.Of(name.Replace("Dr. ", "", StringComparison.Ordinal)).ToLowerInvariant()
            .Replace("ß", "ss", StringComparison.Ordinal);
        var parts = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => new string([.. part.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')])).Where(part => part.Length > 0);
        return string.Join('.', parts) + "@" + domain;
    }

    /// <summary>A number from the country's range for fiction.</summary>
    public string Phone(Country country) => string.Format(CultureInfo.InvariantCulture, country.Phone, dice.Int(10, 99));

    private Bogus.DataSets.Name Source(string locale)
    {
        if (!sources.TryGetValue(locale, out var source))
        {
            source = new Bogus.DataSets.Name(locale) { Random = dice };
            sources[locale] = source;
        }

        return source;
    }
}
