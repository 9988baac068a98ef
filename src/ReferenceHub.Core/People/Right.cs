namespace ReferenceHub.Core.People;

/// <summary>What somebody may do or see; one constant guards the action, the button and the route.</summary>
public enum Right
{
    /// <summary>Ask for a reference (rep, marketing, program manager).</summary>
    AskForReference,

    /// <summary>Triage, assign, match and drive requests (program manager).</summary>
    RunProgram,

    /// <summary>See every request (program manager, marketing).</summary>
    SeeAllRequests,

    /// <summary>Create and edit any customer (program manager, marketing).</summary>
    EditAnyCustomer,

    /// <summary>Health, renewal, notes, contacts, ledger and names of confidential customers (program manager, marketing).</summary>
    SeeCustomerSecrets,

    /// <summary>Load calendar and ledgers (program manager, marketing).</summary>
    SeeUsage,

    /// <summary>Policies, calendars, activity types (program manager).</summary>
    SetLimits,

    /// <summary>Override a limit, with sponsor and reason (program manager).</summary>
    OverrideLimits,

    /// <summary>Import customers and deals (program manager).</summary>
    Import,

    /// <summary>Dashboards (executive, program manager, marketing).</summary>
    SeeMetrics,

    /// <summary>Amounts of other people's deals (program manager, marketing).</summary>
    SeeDealAmounts,

    /// <summary>All deals, not only one's own and those asked for (program manager, marketing).</summary>
    SeeAllDeals,

    /// <summary>Invite people, give roles, end sessions (administrator).</summary>
    ManagePeople,

    /// <summary>Name, zone, currency, modules (administrator).</summary>
    ManageOrganisation,

    /// <summary>Activity types, calendars, messages (program manager, administrator).</summary>
    ManageSettings,

    /// <summary>Industries, products, regions, attributes, languages (program manager, administrator).</summary>
    ManageTaxonomies,

    /// <summary>Add, edit, publish and withdraw content (marketing, program manager).</summary>
    ManageContent,

    /// <summary>Share content with prospects by link (rep, marketing, program manager).</summary>
    ShareContent,

    /// <summary>Export any list one sees, whole (program manager, marketing).</summary>
    ExportAll,

    /// <summary>See who looked up contact details (program manager).</summary>
    SeeReveals,

    /// <summary>Offer saved views to everybody (program manager, marketing).</summary>
    ShareViews,

    /// <summary>Accept and refuse nominations (program manager).</summary>
    DecideNominations,

    /// <summary>Say what counts how much in a match (program manager).</summary>
    WeighMatches,

    /// <summary>Write processes and put versions in force (program manager, administrator).</summary>
    ManageProcesses,

    /// <summary>See every project (program manager, marketing).</summary>
    SeeAllProjects,

    /// <summary>Start, lead and change any project (program manager, marketing).</summary>
    RunProjects,
}

/// <summary>Which roles bring which rights.</summary>
public static class Rights
{
    private static readonly Dictionary<Right, Roles> Bearers = new()
    {
        [Right.AskForReference] = Roles.Rep | Roles.Marketing | Roles.ProgramManager,
        [Right.RunProgram] = Roles.ProgramManager,
        [Right.SeeAllRequests] = Roles.ProgramManager | Roles.Marketing,
        [Right.EditAnyCustomer] = Roles.ProgramManager | Roles.Marketing,
        [Right.SeeCustomerSecrets] = Roles.ProgramManager | Roles.Marketing,
        [Right.SeeUsage] = Roles.ProgramManager | Roles.Marketing,
        [Right.SetLimits] = Roles.ProgramManager,
        [Right.OverrideLimits] = Roles.ProgramManager,
        [Right.Import] = Roles.ProgramManager,
        [Right.SeeMetrics] = Roles.Executive | Roles.ProgramManager | Roles.Marketing,
        [Right.SeeDealAmounts] = Roles.ProgramManager | Roles.Marketing,
        [Right.SeeAllDeals] = Roles.ProgramManager | Roles.Marketing,
        [Right.ManagePeople] = Roles.Administrator,
        [Right.ManageOrganisation] = Roles.Administrator,
        [Right.ManageSettings] = Roles.ProgramManager | Roles.Administrator,
        [Right.ManageTaxonomies] = Roles.ProgramManager | Roles.Administrator,
        [Right.ManageContent] = Roles.Marketing | Roles.ProgramManager,
        [Right.ShareContent] = Roles.Rep | Roles.Marketing | Roles.ProgramManager,
        [Right.ExportAll] = Roles.ProgramManager | Roles.Marketing,
        [Right.SeeReveals] = Roles.ProgramManager,
        [Right.ShareViews] = Roles.ProgramManager | Roles.Marketing,
        [Right.DecideNominations] = Roles.ProgramManager,
        [Right.WeighMatches] = Roles.ProgramManager,
        [Right.ManageProcesses] = Roles.ProgramManager | Roles.Administrator,
        [Right.SeeAllProjects] = Roles.ProgramManager | Roles.Marketing,
        [Right.RunProjects] = Roles.ProgramManager | Roles.Marketing,
    };

    /// <summary>Whether these roles together bring the right.</summary>
    public static bool Bring(this Roles roles, Right right) => (roles & Bearers[right]) != 0;

    /// <summary>The roles that bring a right.</summary>
    public static Roles BearersOf(Right right) => Bearers[right];
}
