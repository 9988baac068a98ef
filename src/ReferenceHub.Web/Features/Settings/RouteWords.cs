using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>Approval routes in words.</summary>
public static class RouteWords
{
    /// <summary>"owner → customer".</summary>
    public static string Of(ApprovalRoute route) => route switch
    {
        ApprovalRoute.OwnerCustomer => "owner → customer",
        ApprovalRoute.OwnerLegalCustomer => "owner → legal → customer",
        ApprovalRoute.SelfServeElseOwner => "self-serve if listed, else owner",
        _ => "project",
    };
}
