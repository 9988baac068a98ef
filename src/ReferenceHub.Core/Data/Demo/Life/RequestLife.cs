using ReferenceHub.Core.Content;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>
/// One request of the demo program and everything that can be done with it at the simulated instant: the domain's own verbs, with the ledger,
/// the signals and the releases that the services write beside them.
/// </summary>
internal sealed partial class RequestLife(DemoWorld world, DemoClock clock, RequestPlan plan, int number)
{
    private readonly string? region = world.People.Teams.Find(team => team.Id == plan.Requester.TeamId)?.RegionKey;
    private readonly Dictionary<Guid, DemoCustomer> customers = [];
    private readonly List<ContactRelease> releases = [];
    private readonly List<object> beside = [];

    public RequestPlan Plan { get; } = plan;

    public ReferenceRequest Row { get; private set; } = null!;

    /// <summary>Releases of contact details; they may still end while the request lives.</summary>
    public IReadOnlyList<ContactRelease> Releases => releases;

    /// <summary>Answers and files that are saved with it.</summary>
    public IReadOnlyList<object> Beside => beside;

    /// <summary>The working hours of its clock: those of the requester's region.</summary>
    public BusinessTime Time => world.Calendars.ForRegion(region);

    /// <summary>The instant at which it ends by itself unless somebody says yes before: needed-by has passed.</summary>
    public DateTime? ExpiresAt => Row.State.IsOpen() && !Row.Candidates.Any(candidate => candidate.State.IsYes())
        ? world.At(Plan.NeededBy.AddDays(1), 0, 5)
        : null;

    public DateOnly Today => world.DayOf(clock.Now);

    /// <summary>So many business minutes from now.</summary>
    public DateTime After(double minutes) => Time.AddMinutes(clock.Now, Math.Max(1, (int)minutes));

    public DemoCustomer CustomerOf(Candidate candidate) => customers[candidate.CustomerId];

    /// <summary>Keeps a draft.</summary>
    public void Draft() => Row = new ReferenceRequest(clock.Ids.Next(), number, Plan.Writer.Id, Plan.Need, clock.Now);

    /// <summary>Sends it, a few minutes after it was begun.</summary>
    public void Send()
    {
        Row = new ReferenceRequest(clock.Ids.Next(), number, Plan.Writer.Id, Plan.Need, clock.Now.AddMinutes(-6));
        Row.Submit(As(Plan.Writer), new Promise(Time.AddDays(clock.Now, Plan.Type.TargetBusinessDays), Plan.Type.TargetBusinessDays, world.Calendars.IdForRegion(region)));
    }

    public void Take() => Row.Assign(As(Plan.Manager), Plan.Manager.Id, Plan.Manager.Name);

    public void Hold(string question) => Row.Hold(As(Plan.Manager), question);

    public void Resume(string answer) => Row.Resume(As(Plan.Requester), answer);

    public void Comment(User by, string words) => Row.Comment(As(by), words);

    /// <summary>Agrees to a date so many business minutes later than promised.</summary>
    public void AgreeLater(int businessMinutes, string reason) =>
        Row.AgreeLaterDate(As(Plan.Manager), Time.AddMinutes(Row.DueAt > clock.Now ? Row.DueAt.Value : clock.Now, businessMinutes), reason);

    public void Settle() => Row.SettleForFewer(As(Plan.Requester));

    public void GiveUp(string reason) => End(Plan.Manager.AsViewer(), () => Row.GiveUp(As(Plan.Manager), reason));

    public void Cancel(string reason) => End(Plan.Requester.AsViewer(), () => Row.Cancel(As(Plan.Requester), reason));

    /// <summary>Content was chosen instead: a fitting piece of the library, else what was said.</summary>
    public void Deflect(string content)
    {
        var piece = PieceInstead();
        End(Plan.Requester.AsViewer(), () => Row.Deflect(As(Plan.Requester), piece is null ? content : ContentChoices.ReasonOf(piece.Kind), piece?.Id));
        if (piece is not null && world.Beside.Add((Plan.Deal.Row.Id, piece.Id)))
        {
            clock.Written.Add(new OpportunityAsset(Plan.Deal.Row.Id, piece.Id, Plan.Requester.Id, clock.Now));
            clock.Written.Add(new HistoryEvent(
                clock.Ids.Next(), clock.Now, Plan.Requester.Id, Plan.Requester.Name, SubjectKind.Opportunity, Plan.Deal.Row.Id,
                ContentCause.Attached, $"Put a {piece.Kind.InWords()} beside it", ContentCause.Fields(piece.Id, Row.Events[^1].Id)));
        }
    }

    public void Expire() => End(Viewer.Product, () => Row.Expire(As(Viewer.Product)));

    private Moment As(User user) => As(user.AsViewer());

    private Moment As(Viewer viewer) => new(viewer, clock.Now, Time, clock.Ids);

    private void End(Viewer by, Action end)
    {
        var live = Row.Candidates.Where(candidate => candidate.State.IsLive()).ToList();
        end();
        foreach (var candidate in live)
        {
            Free(candidate, by);
        }
    }

    private void Free(Candidate candidate, Viewer by, bool keepsRest = false)
    {
        if (candidate.UseId is { } use)
        {
            CustomerOf(candidate).Ledger.Release(use, by, keepsRest);
        }

        ReleaseOf(candidate)?.EndNow(clock.Now);
    }

    private ContactRelease? ReleaseOf(Candidate candidate) => releases.Find(release => release.SourceId == candidate.Id && release.EndsAt is null);
}
