using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Reads proposals: those a viewer may decide, and those the viewer made.</summary>
public sealed class ProposalQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>Both lists, the oldest waiting first.</summary>
    public async Task<ProposalLists> ListAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var me = viewer.UserId;
        var waiting = Waiting(viewer);
        var toDecide = await LinesAsync(waiting.OrderBy(proposal => proposal.CreatedAt), viewer, ct);
        var total = toDecide.Count < Most ? toDecide.Count : await waiting.CountAsync(ct);
        var mine = await LinesAsync(db.ChangeProposals.AsNoTracking().Where(proposal => proposal.ProposedById == me).OrderByDescending(proposal => proposal.CreatedAt), viewer, ct);
        return new ProposalLists(toDecide, total - toDecide.Count, mine);
    }

    /// <summary>Open proposals for one customer: all for those who decide, else one's own.</summary>
    public async Task<IReadOnlyList<ProposalLine>> OfCustomerAsync(Guid customerId, Viewer viewer, CancellationToken ct)
    {
        var me = viewer.UserId;
        var editable = db.Customers.Present().EditableBy(viewer);
        return await LinesAsync(
            db.ChangeProposals.AsNoTracking()
                .Where(proposal => proposal.CustomerId == customerId && proposal.State == ProposalState.Open)
                .Where(proposal => proposal.ProposedById == me || editable.Any(customer => customer.Id == proposal.CustomerId))
                .OrderBy(proposal => proposal.CreatedAt),
            viewer,
            ct);
    }

    /// <summary>The oldest few that wait for this viewer: of own customers, and for the program manager of all.</summary>
    public async Task<IReadOnlyList<ProposalLine>> NeedsAsync(Viewer viewer, int most, CancellationToken ct)
    {
        var me = viewer.UserId;
        var all = viewer.Can(Right.RunProgram);
        var customers = db.Customers.Present().Where(customer => all || customer.OwnerId == me);
        var waiting = db.ChangeProposals.AsNoTracking()
            .Where(proposal => proposal.State == ProposalState.Open && customers.Any(customer => customer.Id == proposal.CustomerId));
        return await LinesAsync(waiting.OrderBy(proposal => proposal.CreatedAt).Take(most), viewer, ct);
    }

    /// <summary>One proposal, for those who decide and its proposer while the name is in their sight; else 404.</summary>
    public async Task<ProposalView> ReadAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        var proposal = await db.ChangeProposals.AsNoTracking().SingleOrDefaultAsync(proposal => proposal.Id == id, ct) ?? throw new MissingException("proposal");
        var customer = await db.Customers.AsNoTracking().NamedFor(viewer, db, clock.UtcNow()).Include(customer => customer.Attributes)
            .SingleOrDefaultAsync(customer => customer.Id == proposal.CustomerId, ct);
        var mine = proposal.ProposedById == viewer.UserId;
        if (customer is null || (!mine && !viewer.MayEdit(customer)))
        {
            throw new MissingException("proposal");
        }

        var asked = proposal.Fields.Select(field => field.AnsweredById).OfType<Guid>().Append(proposal.ProposedById).Distinct().ToList();
        var people = await db.Users.AsNoTracking().Where(user => asked.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Name, ct);
        var names = await EditNames.ReadAsync(db, [], ct);
        var now = ProposalService.Public(customer);
        return new ProposalView(
            proposal.Id, customer.Id, customer.Name, people[proposal.ProposedById], proposal.CreatedAt, proposal.Comment, proposal.State,
            [.. proposal.Fields.Select(View)], proposal.State == ProposalState.Open && customer.IsPresent && viewer.MayEdit(customer), mine);

        ProposalFieldView View(ProposedField field)
        {
            var proposed = CustomerFields.Proposable.Single(one => one.Key == field.Key);
            var text = proposed.Text(now);
            var changed = field.Answer == ProposalAnswer.Open && (text ?? "") != (field.Was ?? "");
            return new ProposalFieldView(field, proposed.Words(now, names), text, changed, field.AnsweredById is { } by ? people.GetValueOrDefault(by) : null);
        }
    }

    private IQueryable<ChangeProposal> Waiting(Viewer viewer)
    {
        var editable = db.Customers.Present().EditableBy(viewer);
        return db.ChangeProposals.AsNoTracking().Where(proposal => proposal.State == ProposalState.Open && editable.Any(customer => customer.Id == proposal.CustomerId));
    }

    private async Task<IReadOnlyList<ProposalLine>> LinesAsync(IQueryable<ChangeProposal> proposals, Viewer viewer, CancellationToken ct)
    {
        var named = db.Customers.NamedFor(viewer, db, clock.UtcNow());
        var rows = await proposals.Take(Most)
            .Select(proposal => new
            {
                Proposal = proposal,
                Customer = named.Where(customer => customer.Id == proposal.CustomerId).Select(customer => customer.Name).FirstOrDefault(),
                Proposer = db.Users.Where(user => user.Id == proposal.ProposedById).Select(user => user.Name).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new ProposalLine(
                row.Proposal.Id, row.Proposal.CustomerId, row.Customer ?? "A confidential customer", row.Proposer ?? "?", row.Proposal.CreatedAt, row.Proposal.State,
                [.. row.Proposal.Fields.Select(field => field.Label)],
                row.Proposal.Fields.Count(field => field.Answer == ProposalAnswer.Accepted),
                row.Proposal.Fields.Count(field => field.Answer == ProposalAnswer.Refused))),
        ];
    }
}
