using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>The two transition tables, move by move: whatever is not listed is refused.</summary>
public sealed class TransitionTests
{
    private const string RequestMoves = """
        Draft       → Submitted Deflected Cancelled
        Submitted   → Triaged OnHold Unfulfilled Expired Deflected Cancelled
        Triaged     → Sourcing Confirmed OnHold Unfulfilled Expired Deflected Cancelled
        Sourcing    → Confirmed OnHold Unfulfilled Expired Deflected Cancelled
        Confirmed   → Sourcing Completed OnHold Unfulfilled Cancelled
        OnHold      → Submitted Triaged Sourcing Confirmed Unfulfilled Expired Deflected Cancelled
        Completed   → Triaged
        Unfulfilled → Triaged
        Expired     → Triaged
        Deflected   → Triaged
        Cancelled   → Triaged
        """;

    private const string CandidateMoves = """
        Proposed      → OwnerAsked LegalAsked CustomerAsked Accepted Withdrawn
        OwnerAsked    → LegalAsked CustomerAsked Accepted Declined NoAnswer Withdrawn
        LegalAsked    → CustomerAsked Accepted Declined NoAnswer Withdrawn
        CustomerAsked → Accepted Declined NoAnswer Withdrawn
        Accepted      → Scheduled Completed Declined Withdrawn
        Scheduled     → Scheduled Completed NoShow Declined Withdrawn
        Completed     →
        Declined      →
        NoAnswer      →
        Withdrawn     →
        NoShow        →
        """;

    public static TheoryData<RequestState, RequestState, bool> RequestTable() => Table<RequestState>(RequestMoves);

    public static TheoryData<CandidateState, CandidateState, bool> CandidateTable() => Table<CandidateState>(CandidateMoves);

    [Theory]
    [MemberData(nameof(RequestTable))]
    public void A_request_makes_listed_moves_only(RequestState from, RequestState to, bool allowed) => from.MayBecome(to).ShouldBe(allowed);

    [Theory]
    [MemberData(nameof(CandidateTable))]
    public void A_candidate_makes_listed_moves_only(CandidateState from, CandidateState to, bool allowed) => from.MayBecome(to).ShouldBe(allowed);

    [Fact]
    public void An_illegal_move_throws_with_words_for_people() =>
        Should.Throw<IllegalMoveException>(() => Program().Draft().Hold(Program().At(), "Which product?")).Message.ShouldBe("This request is draft and can't become on hold.");

    private static RequestMaker Program() => new();

    private static TheoryData<T, T, bool> Table<T>(string text)
        where T : struct, Enum
    {
        var listed = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('→', StringSplitOptions.TrimEntries))
            .ToDictionary(parts => Enum.Parse<T>(parts[0]), parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<T>).ToHashSet());
        listed.Keys.ShouldBe(Enum.GetValues<T>(), ignoreOrder: true);
        var table = new TheoryData<T, T, bool>();
        foreach (var from in Enum.GetValues<T>())
        {
            foreach (var to in Enum.GetValues<T>())
            {
                table.Add(from, to, listed[from].Contains(to));
            }
        }

        return table;
    }
}
