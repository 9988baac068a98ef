using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>The answer to one proposed field; <paramref name="Seen"/> is the value of the record that the answering person was shown.</summary>
public sealed record FieldAnswer(string Key, bool Accept, string? Reason, string? Seen);

/// <summary>Changes of records proposed by those who may not make them, and the answers.</summary>
public sealed class ProposalService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history, CustomerService customers, ProposalMails mails)
{
    /// <summary>What the form of a proposal starts from: company facts and attributes, nothing secret. For those who see the name and may not edit.</summary>
    public async Task<(CustomerEdit Edit, int Version, string Name)> ReadAsync(Guid customerId, Viewer by, CancellationToken ct)
    {
        var customer = await NamedAsync(customerId, by, ct);
        return (Public(customer), customer.Version, customer.Name);
    }

    /// <summary>Proposes what differs from what the form showed and from what is saved.</summary>
    public Task<Outcome<Guid>> ProposeAsync(Guid customerId, CustomerEdit edit, CustomerEdit shown, string? comment, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(shown);
        return db.WriteAsync<Outcome<Guid>>(stop => ProposeInAsync(customerId, edit, shown, comment, by, stop), ct);
    }

    /// <summary>Accepts and refuses fields; an accepted one is on the record at once. Field by field, each once.</summary>
    public Task<Outcome> AnswerAsync(Guid proposalId, IReadOnlyList<FieldAnswer> answers, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return db.WriteAsync(stop => AnswerInAsync(proposalId, answers, by, stop), ct);
    }

    /// <summary>Takes one's own proposal back.</summary>
    public Task<Outcome> WithdrawAsync(Guid proposalId, Viewer by, CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            var proposal = await LoadAsync(proposalId, stop);
            if (proposal.ProposedById != by.UserId)
            {
                throw new MissingException("proposal");
            }

            proposal.Withdraw();
            history.Record(by, SubjectKind.Customer, proposal.CustomerId, "proposal-withdrawn", "Took a proposal back");
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        },
        ct);

    internal static CustomerEdit Public(Customer customer)
    {
        var all = CustomerEdit.Of(customer);
        return CustomerFields.Proposable.Aggregate(new CustomerEdit(), (edit, field) => field.Take(edit, all));
    }

    private async Task<Outcome<Guid>> ProposeInAsync(Guid customerId, CustomerEdit edit, CustomerEdit shown, string? comment, Viewer by, CancellationToken ct)
    {
        var customer = await NamedAsync(customerId, by, ct);
        var saved = Public(customer);
        var mine = CustomerFields.Proposable.Aggregate(new CustomerEdit(), (kept, field) => field.Take(kept, edit));
        var differing = CustomerFields.Proposable.Where(field => field.Text(mine) != field.Text(shown) && field.Text(mine) != field.Text(saved)).ToList();
        if (differing.Count == 0)
        {
            return Outcome<Guid>.Refuse("Nothing differs from the record. Change a field, then propose it.");
        }

        await customers.MustKnowAsync(mine, ct);
        _ = new Customer(customer.Id, mine.Facts, null, clock.UtcNow());
        var names = await EditNames.ReadAsync(db, [], ct);
        var fields = differing.ConvertAll(field => new ProposedField
        {
            Key = field.Key,
            Label = field.Label,
            Was = field.Text(saved),
            Value = field.Text(mine),
            WasWords = field.Words(saved, names),
            ValueWords = field.Words(mine, names),
        });
        if (await IsRepeatedAsync(customerId, fields, by, ct))
        {
            return Outcome<Guid>.Refuse("You have proposed this already; it waits for an answer.");
        }

        var proposal = new ChangeProposal(ids.Next(), customerId, fields, comment, by.UserId, clock.UtcNow());
        db.ChangeProposals.Add(proposal);
        history.Record(by, SubjectKind.Customer, customerId, "proposed", $"Proposed to change {string.Join(", ", fields.Select(field => field.Label))}");
        await mails.AskAsync(customer, proposal, by, ct);
        await db.SaveChangesAsync(ct);
        return proposal.Id;
    }

    private async Task<Outcome> AnswerInAsync(Guid proposalId, IReadOnlyList<FieldAnswer> answers, Viewer by, CancellationToken ct)
    {
        var proposal = await LoadAsync(proposalId, ct);
        var customer = await db.Customers.Include(customer => customer.Attributes).SingleAsync(customer => customer.Id == proposal.CustomerId, ct);
        by.MustEdit(customer);
        if (answers.Count == 0)
        {
            return Outcome.Refuse("Accept or refuse at least one field.");
        }

        var before = CustomerEdit.Of(customer);
        var after = before;
        var answered = new List<ProposedField>();
        foreach (var answer in answers)
        {
            if (!answer.Accept && string.IsNullOrWhiteSpace(answer.Reason))
            {
                return Outcome.Refuse("Say why you refuse; the proposer reads it.", answer.Key);
            }

            var field = proposal.Answer(answer.Key, answer.Accept ? ProposalAnswer.Accepted : ProposalAnswer.Refused, answer.Reason, by.ActorId, clock.UtcNow());
            answered.Add(field);
            if (!answer.Accept)
            {
                continue;
            }

            if ((CustomerFields.Proposable.Single(one => one.Key == field.Key).Text(before) ?? "") != (answer.Seen ?? ""))
            {
                return Outcome.Refuse($"{field.Label} was changed in the meantime. Look at it again, then decide.", field.Key);
            }

            after = ProposedValues.Set(after, field);
        }

        return await SaveAsync(proposal, customer, before, after, answered, by, ct);
    }

    private async Task<Outcome> SaveAsync(ChangeProposal proposal, Customer customer, CustomerEdit before, CustomerEdit after, List<ProposedField> answered, Viewer by, CancellationToken ct)
    {
        if (!await customers.KnowsAsync(after, ct))
        {
            return Outcome.Refuse("A term that was proposed is no longer there. Refuse it, and edit the record instead.");
        }

        if (await customers.TakenKeyAsync(after, customer.Id, ct) is { } taken)
        {
            return Outcome.Refuse(taken, nameof(CustomerEdit.ExternalId));
        }

        var names = await EditNames.ReadAsync(db, [], ct);
        var proposer = await db.Users.AsNoTracking().SingleAsync(user => user.Id == proposal.ProposedById, ct);
        var changes = EditMerge.Changes(CustomerFields.Proposable, before, after, names);
        if (changes.Count > 0)
        {
            customer.Describe(after.Facts);
            await customers.ApplyAsync(customer, after, ct);
            db.Entry(customer).Property(record => record.Version).IsModified = true;
        }

        Note(answered.FindAll(field => field.Answer == ProposalAnswer.Accepted), "proposal-accepted", "Accepted", changes);
        Note(answered.FindAll(field => field.Answer == ProposalAnswer.Refused), "proposal-refused", "Refused", []);
        await mails.AnswerAsync(customer, proposer, answered, by, ct);
        await db.SaveChangesAsync(ct);
        return Outcome.Done;

        void Note(List<ProposedField> fields, string verb, string word, IReadOnlyList<FieldChange> changed)
        {
            if (fields.Count > 0)
            {
                history.Record(by, SubjectKind.Customer, customer.Id, verb, $"{word} what {proposer.Name} proposed for {string.Join(", ", fields.Select(field => field.Label))}", changed);
            }
        }
    }

    private async Task<ChangeProposal> LoadAsync(Guid id, CancellationToken ct) =>
        await db.ChangeProposals.SingleOrDefaultAsync(proposal => proposal.Id == id, ct) ?? throw new MissingException("proposal");

    // Who may not know the name does not learn that the customer is there; who may edit does so.
    private async Task<Customer> NamedAsync(Guid id, Viewer by, CancellationToken ct)
    {
        var customer = await db.Customers.Present().NamedFor(by, db, clock.UtcNow()).Include(customer => customer.Attributes)
            .SingleOrDefaultAsync(customer => customer.Id == id, ct) ?? throw new MissingException("customer");
        return by.MayEdit(customer) ? throw new IllegalMoveException($"You may change the record of {customer.Name} yourself.") : customer;
    }

    private async Task<bool> IsRepeatedAsync(Guid customerId, List<ProposedField> fields, Viewer by, CancellationToken ct)
    {
        var me = by.UserId;
        var open = await db.ChangeProposals.AsNoTracking()
            .Where(proposal => proposal.State == ProposalState.Open && proposal.CustomerId == customerId && proposal.ProposedById == me).ToListAsync(ct);
        return open.Exists(proposal => proposal.Fields.Select(field => (field.Key, field.Value)).ToHashSet().SetEquals(fields.Select(field => (field.Key, field.Value))));
    }
}
