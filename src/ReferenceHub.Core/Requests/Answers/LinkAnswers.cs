using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Answers given behind a link: the same commands as in the product, on behalf of whom the link was given to, and counted as its use.</summary>
public sealed class LinkAnswers(CandidateAnswers answers)
{
    /// <summary>How an answer by link is marked on the timeline.</summary>
    public const string Source = "by link";

    /// <summary>The field of a refusal that came too late: somebody else, or another tab, was first, or the request was put on hold.</summary>
    public const string Late = "Late";

    /// <summary>A yes.</summary>
    public Task<Outcome> AgreeAsync(LinkedAsk ask, string? note, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return OnceAsync(ask, by => answers.AgreeAsync(ask.Number, ask.CandidateId, note, Source, by, ct, CandidateStates.AskOf(ask.Party)));
    }

    /// <summary>A no, with its kind; the customer may also take back a yes while the use lies ahead.</summary>
    public Task<Outcome> DeclineAsync(LinkedAsk ask, DeclineKind kind, string? words, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var meantFor = ask.Party == Party.Customer && ask.State.IsAhead() ? ask.State : CandidateStates.AskOf(ask.Party);
        return OnceAsync(ask, by => answers.DeclineAsync(ask.Number, ask.CandidateId, words, Source, by, ct, meantFor, kind));
    }

    /// <summary>Who answers: owners as themselves, others by name only; without rights beyond this one ask.</summary>
    public static Viewer ViewerOf(LinkedAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var grant = new LinkGrant(ask.LinkId, ask.CandidateId);
        return ask.Party == Party.Owner ? new Viewer(ask.HolderId, ask.Holder, Roles.None) { Grant = grant } : Viewer.Behind(ask.Holder, grant);
    }

    // Another tab, or somebody else, may have answered first, or the program stopped the clock: nothing changes, and the page says so and how it stands.
    private static async Task<Outcome> OnceAsync(LinkedAsk ask, Func<Viewer, Task<Outcome>> command)
    {
        try
        {
            return await command(ViewerOf(ask));
        }
        catch (Exception late) when (late is IllegalMoveException or MissingException)
        {
            return Outcome.Refuse(late.Message, Late);
        }
    }
}
