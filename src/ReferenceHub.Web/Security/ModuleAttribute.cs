using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Security;

/// <summary>The pages of a part that an administrator may switch off; then they do not exist (404).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ModuleAttribute(Modules module) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    public int Order => int.MinValue;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var settings = context.HttpContext.RequestServices.GetRequiredService<OrganisationCache>();
        if (!(await settings.GetAsync(context.HttpContext.RequestAborted)).Has(module))
        {
            context.Result = new NotFoundResult();
        }
    }
}
