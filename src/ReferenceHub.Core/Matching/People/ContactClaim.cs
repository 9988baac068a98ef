using System.Runtime.InteropServices;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// How good a choice a contact is: the one rule by which search rows, the choice in triage and asking decide whom to ask. Who may be asked comes first, of
/// those whom limits leave free, of those who suits best, of equals who rested longest.
/// </summary>
/// <param name="MayBeAsked">Willing for the scope, and not paused.</param>
/// <param name="IsFree">Whether limits leave them free today.</param>
/// <param name="Points">How well they suit, see <see cref="ContactFit"/>; 0 to <see cref="ContactFit.Whole"/>.</param>
/// <param name="Turn">The place among the free ones, who come most rested first.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ContactClaim(bool MayBeAsked, bool IsFree, int Points, int Turn) : IComparable<ContactClaim>
{
    /// <summary>The claim of one contact; <paramref name="free"/> are the free ones, most rested first.</summary>
    public static ContactClaim Of(Guid contactId, bool mayBeAsked, bool isFree, int points, IReadOnlyList<Guid> free) => new(mayBeAsked, isFree, points, TurnOf(contactId, free));

    /// <inheritdoc/>
    public int CompareTo(ContactClaim other) =>
        MayBeAsked != other.MayBeAsked ? other.MayBeAsked.CompareTo(MayBeAsked)
        : IsFree != other.IsFree ? other.IsFree.CompareTo(IsFree)
        : Points != other.Points ? other.Points.CompareTo(Points)
        : Turn.CompareTo(other.Turn);

    /// <summary>Whether this one is asked before another; who is equal keeps the place.</summary>
    public bool GoesBefore(ContactClaim other) => CompareTo(other) < 0;

    private static int TurnOf(Guid contactId, IReadOnlyList<Guid> free)
    {
        for (var turn = 0; turn < free.Count; turn++)
        {
            if (free[turn] == contactId)
            {
                return turn;
            }
        }

        return free.Count;
    }
}
