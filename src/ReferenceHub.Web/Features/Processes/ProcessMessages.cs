using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Web.Features.Processes;

/// <summary>Which messages go out in which part of a request; their texts are kept once, by activity type.</summary>
public static class ProcessMessages
{
    /// <summary>The messages of a part.</summary>
    public static IReadOnlyList<MessageKind> Of(RequestTurn turn) => [.. Keys(turn).Select(MessageCatalog.Of)];

    private static string[] Keys(RequestTurn turn) => turn switch
    {
        RequestTurn.Owner => [MessageKinds.OwnerAsked, MessageKinds.OwnerReminder],
        RequestTurn.Legal => [MessageKinds.LegalAsked, MessageKinds.LegalReminder],
        RequestTurn.Customer => [MessageKinds.CustomerAsked, MessageKinds.CustomerReminder, MessageKinds.CustomerWithdrawn],
        RequestTurn.Scheduling => [MessageKinds.TimesOffered, MessageKinds.UseScheduled, MessageKinds.ProspectInvited, MessageKinds.UseEntry],
        RequestTurn.Use => [MessageKinds.UseReminder, MessageKinds.UseMoved, MessageKinds.UseCancelled],
        RequestTurn.Afterwards => [MessageKinds.Survey, MessageKinds.Thanks],
        _ => [],
    };
}
