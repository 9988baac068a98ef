using Microsoft.AspNetCore.Authorization;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Security;

/// <summary>Lets through who has one of the rights; others get 403. The same constants guard buttons (<c>asp-right</c>) and services.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequiresRightAttribute(params Right[] rights) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public IReadOnlyList<Right> AnyOf { get; } = rights;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Checks <see cref="RequiresRightAttribute"/> against the session of the request.</summary>
public sealed class RightHandler(IHttpContextAccessor requests) : AuthorizationHandler<RequiresRightAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresRightAttribute requirement)
    {
        if (requests.HttpContext?.LiveSession() is { } session && requirement.AnyOf.Any(session.Viewer.Can))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
