using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Mails about proposed changes: to those who decide, and back to the proposer.</summary>
public sealed class ProposalMails(ReferenceHubDbContext db, TimeProvider clock, Outbox outbox, SiteAddress site)
{
    private const string Kind = "Proposed change";
    private const int MostOfAText = 300;

    internal async Task AskAsync(Customer customer, ChangeProposal proposal, Viewer by, CancellationToken ct)
    {
        var deciders = await db.Users.AsNoTracking().WhoCanSignIn()
            .Where(user => user.Id != by.UserId)
            .Where(user => user.Id == customer.OwnerId || (user.Roles & Roles.ProgramManager) != 0)
            .Select(user => new { user.Name, user.Email }).ToListAsync(ct);
        foreach (var decider in deciders)
        {
            outbox.Enqueue(Kind, decider.Email!, Short($"{by.Name} proposes a change of {customer.Name}"), $"""
                Hello {decider.Name},

                {by.Name} proposes for the record of {customer.Name}:

                {Lines(proposal.Fields)}
                {(proposal.Comment is { } comment ? $"\"{comment}\"\n" : "")}
                Accept or refuse it, field by field:
                {site.Of($"/references/proposals/{proposal.Id}")}
                """);
        }
    }

    internal async Task AnswerAsync(Customer customer, User proposer, List<ProposedField> answered, Viewer by, CancellationToken ct)
    {
        if (!proposer.CanSignIn())
        {
            return;
        }

        // The name may have become confidential since.
        var named = (await CustomerSight.OfAsync(db, customer, proposer.AsViewer(), clock.UtcNow(), ct)).Named;
        var name = named ? customer.Name : "a customer";
        var accepted = answered.FindAll(field => field.Answer == ProposalAnswer.Accepted);
        var refused = answered.FindAll(field => field.Answer == ProposalAnswer.Refused);
        var body = new StringBuilder($"Hello {proposer.Name},\n\n{by.Name} answered what you proposed for {(named ? $"the record of {name}" : "a customer's record")}.\n");
        Append(body, "Accepted, and on the record now", accepted, named);
        Append(body, "Refused", refused, named);
        body.Append("\nYour proposals: ").Append(site.Of("/references/proposals")).Append('\n');
        outbox.Enqueue(Kind, proposer.Email!, Short($"{(refused.Count == 0 ? "Accepted" : accepted.Count == 0 ? "Not accepted" : "Answered")}: your proposal for {name}"), body.ToString());
    }

    private static void Append(StringBuilder body, string heading, List<ProposedField> fields, bool named)
    {
        if (fields.Count == 0)
        {
            return;
        }

        body.Append('\n').Append(heading).Append(":\n");
        foreach (var field in fields)
        {
            body.Append("- ").Append(field.Label);
            if (named)
            {
                body.Append(": ").Append(Cut(field.ValueWords));
                body.Append(field.Reason is { } reason ? $" ({reason})" : "");
            }

            body.Append('\n');
        }
    }

    private static string Lines(IEnumerable<ProposedField> fields) =>
        string.Concat(fields.Select(field => $"- {field.Label}: {Cut(field.WasWords)} → {Cut(field.ValueWords)}\n"));

    private static string Cut(string? words) => words is null ? "nothing" : words.Length <= MostOfAText ? words : words[..MostOfAText] + "…";

    private static string Short(string subject) => subject.Length <= OutboxMessage.SubjectLength ? subject : subject[..OutboxMessage.SubjectLength];
}
