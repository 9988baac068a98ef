using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Content;

/// <summary>Says after the redirect how a command went.</summary>
internal static class SayOutcome
{
    public static void SayOrWarn(this Controller controller, Outcome outcome, string done)
    {
        if (outcome.IsDone)
        {
            controller.Say(done);
        }
        else
        {
            controller.Warn(outcome.Refusal!);
        }
    }
}
