namespace ReferenceHub.Core.Data.Demo;

/// <summary>A country that customers, prospects and people come from: taxonomy keys, zone, a phone range kept for fiction, where its names come from.</summary>
internal sealed record Country(
    string Key, string Region, int Weight, string ZoneId, string Phone, string FirstNames, string LastNames, string[] Languages, string[] Cities, string[] Forms, bool German = false)
{
    /// <summary>All countries of the demo program; weights are shares of a hundred.</summary>
    public static IReadOnlyList<Country> All { get; } =
    [
        new("de", "dach", 27, "Europe/Berlin", "+49 30 23125 {0:000}", "de", "de", ["de", "en"],
            ["Munich", "Berlin", "Hamburg", "Cologne", "Frankfurt", "Stuttgart", "Leipzig", "Hanover", "Bremen", "Nuremberg", "Dresden", "Dortmund", "Mannheim", "Karlsruhe", "Münster", "Regensburg", "Kassel", "Ulm"],
            ["AG", "GmbH", "SE", "KG"], German: true),
        new("ch", "dach", 8, "Europe/Zurich", "+41 44 555 0{0:000}", "de_CH", "de_CH", ["de", "fr", "en"],
            ["Zurich", "Basel", "Bern", "Geneva", "Lausanne", "Lucerne", "St. Gallen", "Winterthur", "Lugano", "Chur"], ["AG", "SA"], German: true),
        new("at", "dach", 7, "Europe/Vienna", "+43 1 5550 {0:000}", "de_AT", "de_AT", ["de", "en"],
            ["Vienna", "Graz", "Linz", "Salzburg", "Innsbruck", "Klagenfurt", "Bregenz"], ["AG", "GmbH"], German: true),
        new("gb", "uk-ireland", 11, "Europe/London", "+44 20 7946 0{0:000}", "en_AU", "en_AU", ["en"],
            ["London", "Manchester", "Leeds", "Bristol", "Edinburgh", "Glasgow", "Birmingham", "Cardiff", "Sheffield"], ["plc", "Ltd", "Group"]),
        new("ie", "uk-ireland", 2, "Europe/Dublin", "+353 20 91{0:0000}", "en_AU", "en_AU", ["en"], ["Dublin", "Cork", "Galway"], ["plc", "Ltd"]),
        new("nl", "benelux", 5, "Europe/Amsterdam", "+31 20 555 0{0:000}", "nl", "nl", ["nl", "en"], ["Amsterdam", "Rotterdam", "Utrecht", "Eindhoven", "Groningen"], ["NV", "BV"]),
        new("be", "benelux", 4, "Europe/Brussels", "+32 2 555 0{0:000}", "nl_BE", "nl_BE", ["nl", "fr", "en"], ["Brussels", "Antwerp", "Ghent", "Liège"], ["NV", "SA"]),
        new("se", "nordics", 4, "Europe/Stockholm", "+46 8 465 004 {0:00}", "nb_NO", "sv", ["sv", "en"], ["Stockholm", "Gothenburg", "Malmö", "Uppsala"], ["AB"]),
        new("dk", "nordics", 3, "Europe/Copenhagen", "+45 55 50 0{0:000}", "nb_NO", "nb_NO", ["da", "en"], ["Copenhagen", "Aarhus", "Odense"], ["A/S"]),
        new("no", "nordics", 2, "Europe/Oslo", "+47 55 50 0{0:000}", "nb_NO", "nb_NO", ["no", "en"], ["Oslo", "Bergen", "Trondheim"], ["AS"]),
        new("fi", "nordics", 2, "Europe/Helsinki", "+358 9 555 0{0:000}", "fi", "fi", ["fi", "en"], ["Helsinki", "Tampere", "Turku"], ["Oyj"]),
        new("fr", "western-europe", 6, "Europe/Paris", "+33 1 99 00 {0:0000}", "fr", "fr", ["fr", "en"], ["Paris", "Lyon", "Toulouse", "Nantes", "Lille", "Bordeaux", "Strasbourg"], ["SA"]),
        new("it", "western-europe", 3, "Europe/Rome", "+39 02 555 0{0:000}", "it", "it", ["it", "en"], ["Milan", "Turin", "Rome", "Bologna", "Verona"], ["SpA"]),
        new("es", "western-europe", 3, "Europe/Madrid", "+34 91 555 0{0:000}", "es", "es", ["es", "en"], ["Madrid", "Barcelona", "Valencia", "Bilbao", "Seville"], ["SA"]),
        new("pl", "eastern-europe", 3, "Europe/Warsaw", "+48 22 555 0{0:000}", "pl", "pl", ["pl", "en"], ["Warsaw", "Kraków", "Wrocław", "Gdańsk"], ["SA"]),
        new("us", "north-america", 8, "America/New_York", "+1 202 555 01{0:00}", "en_AU", "en_AU", ["en"], ["New York", "Chicago", "Boston", "Austin", "Denver", "Seattle", "Atlanta", "Minneapolis"], ["Inc.", "Corp."]),
        new("ca", "north-america", 2, "America/Toronto", "+1 613 555 01{0:00}", "en_AU", "en_AU", ["en", "fr"], ["Toronto", "Vancouver", "Montreal"], ["Inc."]),
    ];

    /// <summary>The country with a taxonomy key.</summary>
    public static Country Of(string key) => All.First(country => country.Key == key);
}
