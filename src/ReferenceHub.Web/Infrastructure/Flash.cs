using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>One message over to the next page: "Saved.", "Not sent: …".</summary>
public static class Flash
{
    private const string Key = "flash";

    /// <summary>Says after the redirect that it worked.</summary>
    public static void Say(this Controller controller, string text) => Put(controller.TempData, "success", text);

    /// <summary>Says after the redirect that it was refused, and why.</summary>
    public static void Warn(this Controller controller, string text) => Put(controller.TempData, "warning", text);

    /// <summary>Takes the message, if there is one: tone and text.</summary>
    public static (string Tone, string Text)? Take(ITempDataDictionary kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return kept[Key] is string said && said.Split('|', 2) is [var tone, var text] ? (tone, text) : null;
    }

    private static void Put(ITempDataDictionary kept, string tone, string text) => kept[Key] = $"{tone}|{(text.Length > 500 ? text[..500] : text)}";
}
