using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>The queue's address: view, filters, order, page, chosen row. Words that name nothing are passed over.</summary>
public sealed class QueueAddress
{
    private static readonly (QueueView View, string Name, string Label, string Tone)[] Known =
    [
        (QueueView.Unassigned, "unassigned", "Unassigned", "secondary"),
        (QueueView.Mine, "mine", "Mine", "secondary"),
        (QueueView.DueToday, "today", "Due today", "secondary"),
        (QueueView.AtRisk, "risk", "At risk", "orange"),
        (QueueView.Breached, "breached", "Breached", "red"),
        (QueueView.OnCustomer, "waiting-customer", "Waiting on customer", "secondary"),
        (QueueView.OnOwner, "waiting-owner", "Waiting on owner", "secondary"),
        (QueueView.Open, "open", "All open", "primary"),
    ];

    private static readonly Dictionary<string, QueueSort> Sorts = new(StringComparer.Ordinal)
    {
        ["due"] = QueueSort.Due,
        ["-due"] = QueueSort.DueLast,
        ["prospect"] = QueueSort.Prospect,
        ["-prospect"] = QueueSort.ProspectLast,
        ["amount"] = QueueSort.Amount,
        ["-amount"] = QueueSort.AmountLast,
        ["holder"] = QueueSort.Holder,
        ["-holder"] = QueueSort.HolderLast,
        ["asked"] = QueueSort.Asked,
        ["-asked"] = QueueSort.AskedLast,
    };

    public string? View { get; set; }

    public string? Type { get; set; }

    public string? State { get; set; }

    public Guid? Requester { get; set; }

    public Guid? Assignee { get; set; }

    public string? Q { get; set; }

    public decimal? Over { get; set; }

    public DateOnly? Before { get; set; }

    public string? Sort { get; set; }

    public int? After { get; set; }

    public int? Selected { get; set; }

    public bool HasFilter => Type is not null || StateOf() is not null || Requester is not null || Assignee is not null || !string.IsNullOrWhiteSpace(Q) || Over is not null || Before is not null;

    public QueueFilter ToFilter() => new()
    {
        View = Known.FirstOrDefault(known => known.Name == View) is { Name: not null } known ? known.View : QueueView.Open,
        ActivityKey = string.IsNullOrEmpty(Type) ? null : Type,
        State = StateOf(),
        RequesterId = Requester,
        AssigneeId = Assignee,
        Words = Q,
        AmountOver = Over,
        NeededBefore = Before,
        Sort = Sorts.GetValueOrDefault(Sort ?? "due"),
        After = After,
    };

    public static string NameOf(QueueView view) => Known.First(known => known.View == view).Name;

    public static string LabelOf(QueueView view) => Known.First(known => known.View == view).Label;

    public static string ToneOf(QueueView view) => Known.First(known => known.View == view).Tone;

    public RequestState? StateOf() => Enum.TryParse<RequestState>(State, out var state) && state.IsOpen() ? state : null;
}
