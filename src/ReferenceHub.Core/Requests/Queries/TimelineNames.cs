using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>
/// Whom a timeline names as the one who did something about a candidate. The name of a contact, or of whoever looked after a confidential
/// customer then, would give away what is masked; the people of the program may be named.
/// </summary>
/// <param name="sight">What the viewer may see.</param>
/// <param name="program">People who run the program, and the requester.</param>
internal sealed class TimelineNames(RequestSight sight, IReadOnlySet<Guid> program)
{
    private const string TheOwner = "The account owner";

    public string Of(RequestEvent line, Candidate? candidate)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (candidate is null)
        {
            return line.ActorName;
        }

        var blind = !sight.SeesName(candidate);
        return line.ActorId is { } person
            ? blind && !program.Contains(person) ? TheOwner : line.ActorName
            : line.ActorName == Viewer.Product.Name ? line.ActorName : BehindLink(line, candidate, blind);
    }

    private string BehindLink(RequestEvent line, Candidate candidate, bool blind) => AskedBefore(line, candidate) switch
    {
        Party.Owner => blind ? TheOwner : line.ActorName,
        Party.Legal => line.ActorName,
        _ => sight.SeesContact(candidate) ? line.ActorName : "The contact",
    };

    // Who answers by a link is whom the last ask before went to.
    private static Party AskedBefore(RequestEvent line, Candidate candidate) =>
        candidate.CustomerAskedAt < line.At ? Party.Customer
        : candidate.LegalAskedAt < line.At ? Party.Legal
        : line.Kind == RequestEventKind.LegalAgreed ? Party.Legal
        : Party.Owner;
}
