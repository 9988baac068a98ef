using ReferenceHub.Core.Data;

namespace ReferenceHub.Web.Features.Links.Uses;

/// <summary>Somebody else, or another tab, may have been faster: then nothing changes, and the page says how it stands.</summary>
internal static class Late
{
    /// <summary>Runs a command; what the domain refuses is a refusal.</summary>
    public static async Task<Outcome> TryAsync(Func<Task<Outcome>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception late) when (late is IllegalMoveException or MissingException)
        {
            return Outcome.Refuse(late.Message);
        }
    }
}
