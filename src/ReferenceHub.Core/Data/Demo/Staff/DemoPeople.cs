using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Everybody with an account in the demo program. The first seven are named on the sign-in page in Development.</summary>
internal sealed class DemoPeople
{
    /// <summary>Password of everybody, in Development only.</summary>
    public const string Password = "Demo-Pass-2026";

    private const string Domain = "referencehub.example";

    private static readonly (string Mail, string Name, Roles Roles, string Team, int Weight)[] Staff =
    [
        ("admin", "Alex Winter", Roles.Administrator, "Operations", 0),
        ("manager", "Paula Meier", Roles.ProgramManager, "Reference program", 0),
        ("rep", "Rita Sommer", Roles.Rep, "Sales DACH", 5),
        ("rep2", "Daniel Costa", Roles.Rep, "Sales Southern Europe", 9),
        ("owner", "Jonas Lindner", Roles.Rep, "Customer success", 0),
        ("marketing", "Mara Vogel", Roles.Marketing, "Marketing", 3),
        ("executive", "Elena Xenakis", Roles.Executive, "Management", 0),
        ("tom.orth", "Tom Orth", Roles.ProgramManager, "Reference program", 0),
        ("amelie.roux", "Amélie Roux", Roles.Rep, "Sales Southern Europe", 11),
        ("lukas.brandt", "Lukas Brandt", Roles.Rep, "Sales DACH", 13),
        ("priya.nair", "Priya Nair", Roles.Rep, "Sales UK and Ireland", 12),
        ("henrik.lund", "Henrik Lund", Roles.Rep, "Sales Nordics and Benelux", 9),
        ("sofie.nygaard", "Sofie Nygaard", Roles.Rep, "Sales Nordics and Benelux", 7),
        ("james.whitfield", "James Whitfield", Roles.Rep, "Sales UK and Ireland", 9),
        ("pieter.devries", "Pieter de Vries", Roles.Rep, "Sales Nordics and Benelux", 6),
        ("emily.carter", "Emily Carter", Roles.Rep, "Sales North America", 11),
        ("michael.reyes", "Michael Reyes", Roles.Rep, "Sales North America", 7),
        ("felix.baumann", "Felix Baumann", Roles.Rep, "Sales DACH", 12),
        ("miriam.falk", "Miriam Falk", Roles.Rep, "Customer success", 0),
        ("carla.bianchi", "Carla Bianchi", Roles.Rep, "Customer success", 0),
        ("jonas.weber", "Jonas Weber", Roles.Rep, "Customer success", 0),
        ("aoife.brennan", "Aoife Brennan", Roles.Rep, "Customer success", 0),
        ("marco.conti", "Marco Conti", Roles.Rep, "Customer success", 0),
        ("lucia.herrera", "Lucía Herrera", Roles.Rep, "Customer success", 0),
        ("hannah.kessler", "Hannah Kessler", Roles.Marketing, "Marketing", 2),
        ("stefan.gruber", "Stefan Gruber", Roles.Rep, "Sales DACH", 0),
        ("ines.albrecht", "Ines Albrecht", Roles.Rep, "Sales DACH", 0),
        ("victor.hallberg", "Victor Hallberg", Roles.Executive | Roles.ProgramManager, "Management", 0),
    ];

    private static readonly (string Name, string? Region)[] TeamList =
    [
        ("Sales DACH", "dach"), ("Sales UK and Ireland", "uk-ireland"), ("Sales Nordics and Benelux", "nordics"), ("Sales Southern Europe", "western-europe"),
        ("Sales North America", "north-america"), ("Customer success", "dach"), ("Reference program", "dach"), ("Marketing", "dach"), ("Operations", null), ("Management", null),
    ];

    private static readonly Dictionary<string, string> Zones = new(StringComparer.Ordinal)
    {
        ["Sales UK and Ireland"] = "Europe/London", ["Sales North America"] = "America/New_York",
    };

    private readonly Dictionary<string, User> byMail = new(StringComparer.Ordinal);

    private DemoPeople()
    {
    }

    /// <summary>Teams.</summary>
    public List<Team> Teams { get; } = [];

    /// <summary>Everybody.</summary>
    public IReadOnlyCollection<User> All => byMail.Values;

    /// <summary>Those who ask, with how much they ask.</summary>
    public IReadOnlyList<(User User, int Weight, string? Region)> Requesters { get; private set; } = [];

    /// <summary>Those who look after customers; the first is owner@.</summary>
    public IReadOnlyList<User> Owners { get; private set; } = [];

    /// <summary>By the part of the address before the @.</summary>
    public User Of(string mail) => byMail[mail];

    public static DemoPeople Make(DateTime now, IIds ids, string passwordHash)
    {
        var people = new DemoPeople();
        var teams = TeamList.ToDictionary(team => team.Name, team => new Team(ids.Next(), team.Name, team.Region, null, null), StringComparer.Ordinal);
        people.Teams.AddRange(teams.Values);
        foreach (var (mail, name, roles, team, _) in Staff)
        {
            var user = new User(ids.Next(), name, $"{mail}@{Domain}", roles, now.AddDays(-800 + (people.byMail.Count * 3))) { PasswordHash = passwordHash };
            user.JoinTeam(teams[team].Id);
            user.ChooseZone(Zones.GetValueOrDefault(team));
            people.byMail[mail] = user;
        }

        people.Lead(teams);
        people.Requesters = [.. Staff.Where(person => person.Weight > 0).Select(person => (people.Of(person.Mail), person.Weight, TeamList.First(team => team.Name == person.Team).Region))];
        people.Owners = [people.Of("owner"), .. Staff.Where(person => person.Team == "Customer success" && person.Mail != "owner").Select(person => people.Of(person.Mail))];
        people.Of("stefan.gruber").Deactivate(now.AddDays(-41));
        people.Of("ines.albrecht").PasswordHash = null;
        return people;
    }

    private void Lead(Dictionary<string, Team> teams)
    {
        foreach (var (team, lead) in new[]
        {
            ("Sales DACH", "lukas.brandt"), ("Sales UK and Ireland", "james.whitfield"), ("Sales Nordics and Benelux", "henrik.lund"), ("Sales Southern Europe", "amelie.roux"),
            ("Sales North America", "emily.carter"), ("Customer success", "owner"), ("Reference program", "manager"), ("Marketing", "marketing"), ("Management", "executive"),
        })
        {
            teams[team].Edit(team, teams[team].RegionKey, Of(lead).Id, null);
        }
    }
}
