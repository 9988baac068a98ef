using Bogus;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Invents company names, each once.</summary>
internal sealed class CompanyNames(Randomizer dice, PeopleNames people)
{
    private static readonly string[] Stems =
    [
        "Aurelia", "Pernova", "Solvane", "Corvus", "Orsa", "Brightwater", "Kestrel", "Marwede", "Altora", "Veridan", "Nordal", "Lumenar", "Castellan", "Ostara", "Tavira",
        "Quellmark", "Sundgau", "Elvenar", "Harrow", "Meridia", "Falkensee", "Rothmoor", "Silvana", "Torvald", "Ulmenhof", "Varenne", "Westmark", "Ysel", "Zephyra", "Belmora",
        "Cindral", "Dornbach", "Eskdale", "Ferrano", "Glenmore", "Hollin", "Isarna", "Juvenal", "Karsten", "Lindholm", "Montresor", "Novalis", "Ortenau", "Pallas", "Ravensby",
        "Selkirk", "Tessin", "Umbra", "Vantage", "Wendland", "Arden", "Bregna", "Calder", "Drava", "Elster", "Fjordal", "Grimsel", "Hadria", "Illerta", "Jorvik",
    ];

    private static readonly string[] Sides = ["Nord", "West", "Süd", "Ost", "Group", "Holding", "International", "Partners"];

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>Keeps a name from being invented again.</summary>
    public string Take(string name)
    {
        taken.Add(TextKey.Of(name));
        return name;
    }

    /// <summary>A name for a company of an industry in a country.</summary>
    public string Next(Trade trade, Country country)
    {
        var noun = dice.Pick(country.German ? trade.German : trade.English);
        for (var attempt = 0; ; attempt++)
        {
            var first = dice.Double() switch
            {
                < 0.55 => dice.Pick(Stems),
                < 0.96 => people.LastName(country),
                _ => $"{dice.Pick(Stems)} {people.LastName(country)}",
            };
            var form = dice.Chance(35) || attempt > 2 ? " " + dice.Pick(country.Forms) : "";
            var side = attempt > 4 ? " " + dice.Pick(Sides) : "";
            var number = attempt > 12 ? " " + attempt.ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
            var name = $"{first} {noun}{side}{form}{number}";
            if (taken.Add(TextKey.Of(name)))
            {
                return name;
            }
        }
    }

    /// <summary>The name as part of a web address that cannot exist.</summary>
    public static string Domain(string name)
    {
        var letters = TextKey.Of(name).ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == ' ').ToArray();
        return string.Join('-', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2)) + ".example";
    }
}
