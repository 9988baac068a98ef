using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>What a page of refusal says: what happened, what to do, and the number to name when asking for help.</summary>
public sealed record ErrorPage(int Status, string Title, string Text, string? TraceId = null)
{
    /// <summary>Where "Back" leads.</summary>
    public string? BackTo { get; init; }

    /// <summary>Whether the way to the people and their roles is offered.</summary>
    public bool ToPeople { get; init; }

    /// <summary>The page for a status code; the reason replaces the general text.</summary>
    public static ErrorPage For(int status, string? reason, string? traceId)
    {
        var (title, text) = status switch
        {
            400 => ("This could not be read", "The address or the form has a part that does not fit. Go back and try again."),
            401 => ("Please sign in", "This page is for people who are signed in."),
            403 => ("Not for your role", "You have no right to see or do this. Ask an administrator if you should."),
            404 => ("Not found", "There is no such page, or it is not one that you may see. Check the address, or search for it."),
            405 => ("Not possible that way", "This address cannot be opened like this. Go back and use the button on the page."),
            409 => ("Not possible now", "Somebody changed this in the meantime. Look at it again before you go on."),
            413 => ("Too large", "The file is larger than what can be taken in. Make it smaller and try again."),
            429 => ("Too many tries", "Wait a few minutes, then try again."),
            503 => ("Back in a moment", "ReferenceHub is starting or being updated. Try again in a minute."),
            >= 500 => ("Something went wrong", "This was our fault and it was written down. Nothing was saved. Try again; if it stays, tell your administrator the number below."),
            _ => ("Not possible", "This did not work. Go back and try again."),
        };
        return new ErrorPage(status, title, string.IsNullOrWhiteSpace(reason) ? text : reason, traceId);
    }

    /// <summary>The page for somebody whose roles do not bring a right that a page asks for: who may, and what to do.</summary>
    public static ErrorPage NotForRole(Roles who, Viewer viewer, string? traceId)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var gives = viewer.Can(Right.ManagePeople);
        var own = viewer.Roles == Roles.None ? "You have no role yet." : $"Your role: {viewer.Roles.InWords().ToLowerInvariant()}.";
        var what = gives ? "Roles are given under People, and rights add up." : "If it should be yours, ask an administrator for the role.";
        return For(403, $"This is for people with the role {who.Either()}. {own} {what}", traceId) with { ToPeople = gives };
    }

    /// <summary>The page for a refusal of the domain: who may, where a role was missing, else its reason.</summary>
    public static ErrorPage Of(Exception error, (int Status, string? Reason) refusal, string? traceId) =>
        error is ForbiddenException { Lacking: var (right, viewer) } ? NotForRole(Rights.BearersOf(right), viewer, traceId) : For(refusal.Status, refusal.Reason, traceId);

    /// <summary>The page for a form whose token is missing or too old.</summary>
    public static ErrorPage StaleForm(string? traceId) => new(
        400,
        "This form was open too long",
        "Your session or the form has expired, so nothing was changed. Go back, reload the page and send it again; what you typed is kept in this tab.",
        traceId);
}
