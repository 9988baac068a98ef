using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Data.Demo;

internal sealed partial class RequestLife
{
    /// <summary>Lets a colleague follow it.</summary>
    public void Follow(User who) => Row.LetFollow(As(Plan.Requester), who.Id, who.Name);

    /// <summary>Adds a PDF of one page.</summary>
    public void AddFile(User by, string name, params IReadOnlyList<string> lines)
    {
        var (file, part) = DemoPdf.Kept(clock.Now, lines);
        var attachment = new Attachment(clock.Ids.Next(), file, name, null, by.Id, clock.Now);
        beside.AddRange([file, part, attachment, new RequestFile(Row.Id, attachment.Id, Row.AddFile(As(by), name).Id)]);
    }

    /// <summary>Asks several at once from now on.</summary>
    public void AskSeveral() => Row.AskBy(As(Plan.Manager), AskMode.Several);

    /// <summary>Ends as a duplicate of another.</summary>
    public void MergeInto(RequestLife survivor)
    {
        foreach (var candidate in Row.Candidates)
        {
            survivor.customers[candidate.CustomerId] = CustomerOf(candidate);
        }

        survivor.Row.TakeOver(survivor.As(Plan.Manager), Row, Plan.Requester.Name);
        End(Plan.Manager.AsViewer(), () => Row.MergeInto(As(Plan.Manager), survivor.Row));
    }
}
