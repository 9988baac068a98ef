using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ReferenceHub.Web.Security;

/// <summary>Refuses control characters and broken surrogates in every form field and query value: no database keeps them alike.</summary>
public sealed class FormTextFilter : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        var clean = request.Query.All(pair => IsClean(pair.Key) && pair.Value.All(IsClean));
        if (clean && request.HasFormContentType)
        {
            clean = await IsFormCleanAsync(request, context.HttpContext.RequestAborted);
        }

        if (!clean)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        await next();
    }

    // A body that is no form, or has more parts than any of ours, is the sender's fault.
    private static async Task<bool> IsFormCleanAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            var form = await request.ReadFormAsync(ct);
            return form.All(pair => IsClean(pair.Key) && pair.Value.All(IsClean)) && form.Files.All(file => IsClean(file.FileName));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    internal static bool IsClean(string? text)
    {
        for (var at = 0; at < text?.Length; at++)
        {
            var letter = text[at];
            if (char.IsControl(letter) && letter is not ('\t' or '\r' or '\n'))
            {
                return false;
            }

            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(letter) || letter is '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }

        return true;
    }
}
