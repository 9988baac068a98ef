using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Tells of proposed changes: those who decide, and back to the proposer.</summary>
public sealed class ProposalMails(ReferenceHubDbContext db, TimeProvider clock, Notices notices)
{
    private const int MostOfAText = 200;

    internal async Task AskAsync(Customer customer, ChangeProposal proposal, Viewer by, CancellationToken ct)
    {
        var deciders = await db.Users.WhoCanSignIn()
            .Where(user => user.Id == customer.OwnerId || (user.Roles & Roles.ProgramManager) != 0)
            .Select(user => user.Id).ToListAsync(ct);
        var comment = proposal.Comment is { } words ? $"\"{Cut(words)}\"\n" : "";
        await notices.TellAsync(
            deciders, MessageKinds.Proposal, $"{by.Name} proposes a change of {customer.Name}", $"{comment}{Lines(proposal.Fields)}Accept or refuse it, field by field.",
            $"/references/proposals/{proposal.Id}", by.UserId, ct);
    }

    internal async Task AnswerAsync(Customer customer, User proposer, List<ProposedField> answered, Viewer by, CancellationToken ct)
    {
        // The name may have become confidential since.
        var named = (await CustomerSight.OfAsync(db, customer, proposer.AsViewer(), clock.UtcNow(), ct)).Named;
        var name = named ? customer.Name : "a customer";
        var accepted = answered.FindAll(field => field.Answer == ProposalAnswer.Accepted);
        var refused = answered.FindAll(field => field.Answer == ProposalAnswer.Refused);
        var text = new StringBuilder($"{by.Name} answered what you proposed for {(named ? $"the record of {name}" : "a customer's record")}.\n");
        Append(text, "Accepted, and on the record now", accepted, named);
        Append(text, "Refused", refused, named);
        await notices.TellAsync(
            proposer.Id, MessageKinds.Proposal, $"{(refused.Count == 0 ? "Accepted" : accepted.Count == 0 ? "Not accepted" : "Answered")}: your proposal for {name}", text.ToString(), "/references/proposals", ct);
    }

    private static void Append(StringBuilder text, string heading, List<ProposedField> fields, bool named)
    {
        if (fields.Count == 0)
        {
            return;
        }

        text.Append(heading).Append(":\n");
        foreach (var field in fields)
        {
            text.Append("- ").Append(field.Label);
            if (named)
            {
                text.Append(": ").Append(Cut(field.ValueWords));
                text.Append(field.Reason is { } reason ? $" ({reason})" : "");
            }

            text.Append('\n');
        }
    }

    private static string Lines(IEnumerable<ProposedField> fields) =>
        string.Concat(fields.Select(field => $"- {field.Label}: {Cut(field.WasWords)} → {Cut(field.ValueWords)}\n"));

    private static string Cut(string? words) => words is null ? "nothing" : words.Length <= MostOfAText ? words : Guard.Cut(words, MostOfAText) + "…";
}
