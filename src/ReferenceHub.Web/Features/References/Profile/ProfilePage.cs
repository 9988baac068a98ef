using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.References.Profile;

/// <summary>A tab of the profile and how much is behind it.</summary>
public sealed record ProfileTab(string Key, string Text, int? Count);

/// <summary>Everything one tab of the profile shows.</summary>
public sealed record ProfilePage(ReferenceProfile Profile, UsagePanel Usage, int Requests, string Tab)
{
    /// <summary>Requests around the customer, on their tab.</summary>
    public IReadOnlyList<CustomerRequest> RequestList { get; init; } = [];

    /// <summary>Proposed changes that wait, as far as this viewer knows of them.</summary>
    public IReadOnlyList<ProposalLine> Proposals { get; init; } = [];

    /// <summary>Customers like this one, on the overview.</summary>
    public IReadOnlyList<SimilarCustomer> Similar { get; init; } = [];

    /// <summary>History, on its tab.</summary>
    public CustomerHistory? History { get; init; }

    /// <summary>Tabs that this viewer has.</summary>
    public IReadOnlyList<ProfileTab> Tabs => TabsOf(Profile, Usage, Requests);

    /// <summary>Tabs that a viewer of this profile has.</summary>
    public static IReadOnlyList<ProfileTab> TabsOf(ReferenceProfile profile, UsagePanel usage, int requests)
    {
        List<ProfileTab> tabs = [new("overview", "Overview", null)];
        if (profile.Sight.Named)
        {
            tabs.Add(new("contacts", "Contacts", profile.Contacts.Count));
        }

        if (profile.Permissions.Count > 0)
        {
            tabs.Add(new("permissions", "Permissions", null));
        }

        tabs.Add(new("usage", "Usage", usage.Ledger?.Uses.Count));
        tabs.Add(new("requests", "Requests", requests));
        if (profile.Sight.Named)
        {
            tabs.Add(new("content", "Content", profile.Assets.Count));
        }

        if (profile.Sight.Secrets)
        {
            tabs.Add(new("history", "History", null));
        }

        return tabs;
    }
}
