using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>Views stand beside their controllers: Features/Noun/Controller/View, Features/Noun/View, then Features/Shared.</summary>
public sealed class FeatureViewLocations : IViewLocationExpander
{
    private const string Noun = "noun";

    /// <inheritdoc/>
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Values[Noun] = context.ActionContext.ActionDescriptor is ControllerActionDescriptor action ? FolderOf(action.ControllerTypeInfo.Namespace) : "Shared";
    }

    /// <inheritdoc/>
    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        ArgumentNullException.ThrowIfNull(context);
        return [$"/Features/{context.Values[Noun]}/{{1}}/{{0}}.cshtml", $"/Features/{context.Values[Noun]}/{{0}}.cshtml", "/Features/Shared/{0}.cshtml"];
    }

    private static string FolderOf(string? space)
    {
        const string root = ".Features.";
        var at = space?.IndexOf(root, StringComparison.Ordinal) ?? -1;
        return at < 0 ? "Shared" : space![(at + root.Length)..].Replace('.', '/');
    }
}
