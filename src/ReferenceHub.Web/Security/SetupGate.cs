using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Security;

/// <summary>Knows whether the first administrator is still to be made; once somebody has an account it never asks again.</summary>
public sealed class SetupGate(IServiceScopeFactory scopes, ILogger<SetupGate> log)
{
    private volatile bool closed;

    /// <summary>Whether every page leads to set-up.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken ct)
    {
        if (closed)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        closed = !await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().IsNeededAsync(ct);
        return !closed;
    }

    /// <summary>Prints a fresh token when there is nobody yet.</summary>
    public async Task AnnounceAsync(CancellationToken ct)
    {
        if (!await IsOpenAsync(ct))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var token = await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().RenewTokenAsync(ct);
        log.LogWarning("Nobody has an account yet. Open /account/setup and make the first administrator with this one-time token: {SetupToken}", token);
    }
}

/// <summary>Leads every page of an empty installation to set-up.</summary>
public sealed class SetupRedirect(RequestDelegate next, SetupGate gate)
{
    private const string Setup = "/account/setup";

    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments(Setup, StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            || context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor>() is null
            || !await gate.IsOpenAsync(context.RequestAborted))
        {
            await next(context);
            return;
        }

        context.Response.Redirect(Setup);
    }
}
