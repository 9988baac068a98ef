using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Everything the page of one request shows.</summary>
public sealed record RequestPage
{
    public required RequestDetail Request { get; init; }

    /// <summary>Criteria as chips.</summary>
    public required IReadOnlyList<Chip> Chips { get; init; }

    /// <summary>Program managers it can be given to; for managers.</summary>
    public IReadOnlyList<Person> Managers { get; init; } = [];

    /// <summary>References that could be proposed; for managers while it is worked on.</summary>
    public CatalogAnswer? Offers { get; init; }

    /// <summary>Who could be asked at each of them, best first.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<ContactChoice>> Contacts { get; init; } = new Dictionary<Guid, IReadOnlyList<ContactChoice>>();

    /// <summary>Customers at which another person can be chosen.</summary>
    public IReadOnlySet<Guid> SeveralAt { get; init; } = new HashSet<Guid>();

    /// <summary>Everybody at the customer of the candidate whose form to choose another stands open, with what speaks for and against them.</summary>
    public IReadOnlyList<ContactChoice> Choices { get; init; } = [];

    /// <summary>Customers that were asked for this request or its deal already.</summary>
    public IReadOnlyDictionary<Guid, AskedMark> Asked { get; init; } = new Dictionary<Guid, AskedMark>();

    /// <summary>Customers that were said not to fit an alike need.</summary>
    public IReadOnlyDictionary<Guid, Misfit> Misfits { get; init; } = new Dictionary<Guid, Misfit>();

    /// <summary>Content that answers it; for who decides on the request, while it can end so.</summary>
    public IReadOnlyList<ReadyAsset> Ready { get; init; } = [];

    /// <summary>What it left unmet; null unless it ended so and the viewer decides on it.</summary>
    public LeftUnmet? Unmet { get; init; }

    /// <summary>Followers, files and merged requests; null for drafts and in the queue.</summary>
    public Company? Company { get; init; }

    /// <summary>People who could be let follow it; for who decides on it.</summary>
    public IReadOnlyList<Person> Colleagues { get; init; } = [];

    /// <summary>Open requests that ask for the same deal or account; for the program.</summary>
    public IReadOnlyList<DuplicateAsk> Duplicates { get; init; } = [];

    /// <summary>The criteria that the references were searched by instead of its own.</summary>
    public Criteria? Relaxed { get; init; }

    /// <summary>What the references on offer were looked for by: criteria, or what words and a list of requirements were read as.</summary>
    public Criteria Sought { get; init; } = Criteria.None;

    /// <summary>The name they were searched by.</summary>
    public string? Find { get; init; }

    /// <summary>Usage of the candidate at hand; for those who see its ledger.</summary>
    public UsagePanel? Usage { get; init; }

    /// <summary>Whose usage that is.</summary>
    public CandidateView? UsageOf { get; init; }

    /// <summary>By candidate, times and what was said afterwards.</summary>
    public IReadOnlyDictionary<Guid, UseSheet> Uses { get; init; } = new Dictionary<Guid, UseSheet>();

    /// <summary>By candidate, mails that have not gone out; null in the queue.</summary>
    public ILookup<Guid, WaitingMail>? Mails { get; init; }

    /// <summary>Names of industries and regions by key.</summary>
    public IReadOnlyDictionary<string, string> TermNames { get; init; } = new Dictionary<string, string>();

    /// <summary>What was refused just now.</summary>
    public Refused? Refused { get; init; }

    /// <summary>Which form stands open: "answer-…", "hold", "add".</summary>
    public string? Open { get; init; }

    public IReadOnlyList<ContactChoice> ContactsOf(Guid customerId) => Contacts.GetValueOrDefault(customerId, []);

    public bool IsOpen(string form) => Open == form;

    public bool IsOpen(string form, Guid candidateId) => Open == FormOf(form, candidateId);

    public static string FormOf(string form, Guid candidateId) => $"{form}-{candidateId}";
}

/// <summary>A criterion on a page.</summary>
public sealed record Chip(string Facet, string FacetLabel, string Key, string Words, Criterion Item)
{
    /// <summary>The class by which it looks as it is meant.</summary>
    public string Look => Item.Not ? "not" : Item.Must ? "must" : "pref";

    /// <summary>How it is meant, in words.</summary>
    public string Meant => Item.Not ? "not wanted" : Item.Must ? "must" : "preferred";

    /// <summary>How it is meant, and what a press makes of it.</summary>
    public string SwitchHint => (Item, Switched: Item.Switched()) switch
    {
        ({ Not: true }, _) => "Not wanted; click to insist on it",
        ({ Must: false }, _) => "Preferred; click to insist on it",
        (_, { Not: true }) => "Must be met; click to leave it out",
        _ => "Must be met; click to prefer it only",
    };
}

/// <summary>A refusal by a limit in words, and the form that an override repeats.</summary>
public sealed record Refused(string Words, bool CanOverride, string Action, string? At = null, string? Note = null)
{
    /// <summary>The place as typed, of a date.</summary>
    public string? Place { get; init; }

    /// <summary>The sponsor as typed.</summary>
    public string? Sponsor { get; init; }

    /// <summary>The reason as typed.</summary>
    public string? Reason { get; init; }

    /// <summary>The minutes as typed, of a use that was held.</summary>
    public int? Minutes { get; init; }

    /// <summary>What was not done.</summary>
    public string NotDone { get; init; } = "Not asked";

    /// <summary>What to do without an override.</summary>
    public string Instead { get; init; } = "Choose another date, or ask your program manager.";
}
