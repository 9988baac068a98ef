using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.References.Permissions;

/// <summary>A scope as it stands in addresses: "salescall".</summary>
public static class ScopeAddress
{
    /// <summary>The address part of a scope.</summary>
    public static string Of(PermissionScope scope) => scope.ToString().ToLowerInvariant();

    /// <summary>The scope of an address part; 404 when there is none.</summary>
    public static PermissionScope Read(string part) =>
        Enum.GetValues<PermissionScope>().Cast<PermissionScope?>().FirstOrDefault(each => string.Equals(each.ToString(), part, StringComparison.OrdinalIgnoreCase)) ?? throw new MissingException("scope");
}
