using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Which party is asked next for a type of activity; null when the last party has said yes.</summary>
public static class CandidateRoute
{
    /// <summary>The parties on the route of a candidate, in order; none when the customer is listed and may be named at once.</summary>
    public static IReadOnlyList<Party> Of(ApprovalRoute route, Customer customer, DateOnly today, string? place, PlaceTree places)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return route switch
        {
            ApprovalRoute.OwnerCustomer => [Party.Owner, Party.Customer],
            ApprovalRoute.OwnerLegalCustomer => [Party.Owner, Party.Legal, Party.Customer],
            ApprovalRoute.SelfServeElseOwner when customer.RfpListed && customer.PermissionFor(PermissionScope.Rfp, today, place, PermissionChannel.Proposals, places) == PermissionStatus.Granted => [],
            ApprovalRoute.SelfServeElseOwner => [Party.Owner],
            _ => throw new Data.IllegalMoveException("This kind of activity runs as a project, not as a request."),
        };
    }

    /// <summary>Who is asked after a party has agreed (or first, for null).</summary>
    public static Party? After(IReadOnlyList<Party> route, Party? agreed)
    {
        ArgumentNullException.ThrowIfNull(route);
        var next = agreed is { } party ? route.ToList().IndexOf(party) + 1 : 0;
        return next < route.Count ? route[next] : null;
    }

    /// <summary>End of a party's reply window (UTC).</summary>
    public static DateTime ReplyDue(ActivityType type, Party party, DateTime now, BusinessTime time)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(time);
        return time.AddMinutes(now, AskWindow.MinutesOf(type, party));
    }
}
