using Bogus;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>What every part of the demo program stands on: its now, its chance, its keys, the reference data and what was made so far.</summary>
internal sealed class DemoWorld
{
    /// <summary>Days of history.</summary>
    public const int DaysBack = 730;

    private readonly Dictionary<(TermKind Kind, string Key), Term> terms;

    public DemoWorld(DateTime now, string zoneId, DemoIds ids, IReadOnlyList<Term> terms, IReadOnlyList<ActivityType> types, IReadOnlyList<DealStage> stages)
    {
        Now = now;
        ZoneId = zoneId;
        Today = Zones.DateIn(zoneId, now);
        Ids = ids;
        this.terms = terms.ToDictionary(term => (term.Kind, term.Key));
        TermParents = terms.ToDictionary(term => term.Id, term => term.ParentId);
        Types = types.ToDictionary(type => type.Key, StringComparer.Ordinal);
        Stages = stages;
        Names = new PeopleNames(new Randomizer(101));
        Companies = new CompanyNames(new Randomizer(102), Names);
    }

    /// <summary>The present (UTC).</summary>
    public DateTime Now { get; }

    /// <summary>The program's date at present.</summary>
    public DateOnly Today { get; }

    /// <summary>The program's zone.</summary>
    public string ZoneId { get; }

    public DemoIds Ids { get; }

    public IReadOnlyDictionary<Guid, Guid?> TermParents { get; }

    public IReadOnlyDictionary<string, ActivityType> Types { get; }

    public IReadOnlyList<DealStage> Stages { get; }

    public PeopleNames Names { get; }

    public CompanyNames Companies { get; }

    public DemoPeople People { get; set; } = null!;

    public CalendarBook Calendars { get; set; } = null!;

    public IReadOnlyList<BusinessCalendar> CalendarRows { get; set; } = [];

    public List<DemoCustomer> Customers { get; } = [];

    public List<DemoDeal> Deals { get; } = [];

    /// <summary>Content that stands beside a deal already.</summary>
    public HashSet<(Guid Deal, Guid Asset)> Beside { get; } = [];

    /// <summary>Id of a term.</summary>
    public Guid Term(TermKind kind, string key) => terms[(kind, key)].Id;

    /// <summary>Name of a term.</summary>
    public string TermName(TermKind kind, string key) => terms[(kind, key)].Name;

    /// <summary>An instant on a day of the program, in its zone.</summary>
    public DateTime At(DateOnly day, int hour, int minute = 0) => Zones.UtcOf(ZoneId, day.ToDateTime(new TimeOnly(hour, minute)));

    /// <summary>The program's date at an instant.</summary>
    public DateOnly DayOf(DateTime utc) => Zones.DateIn(ZoneId, utc);

    /// <summary>A customer of the story by name; null where the demo program is too small to hold it.</summary>
    public DemoCustomer? Customer(string name) => Customers.Find(customer => customer.Row.Name == name);
}
