using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>A nomination in a list. The customer is there for who may see its name.</summary>
public sealed record NominationRow(
    Guid Id, string CompanyName, string Why, string? WebDomain, string? Industry, string? NominatedBy, DateTime CreatedAt, NominationState State,
    string? DecidedBy, DateTime? DecidedAt, string? Reason, Guid? CustomerId);

/// <summary>One nomination to decide on, with the records that may be the same company.</summary>
public sealed record NominationDetail(NominationRow Row, string? Website, string? ContactName, string? ContactEmail, IReadOnlyList<LikelySame> Likely, IReadOnlyList<NominationRow> SameCompany);

/// <summary>A list of nominations.</summary>
public enum NominationList
{
    /// <summary>One's own, the latest first.</summary>
    Mine,

    /// <summary>Those that wait, the oldest first.</summary>
    Waiting,

    /// <summary>Those decided, the latest first; dismissed leads among them.</summary>
    Decided,
}

/// <summary>A page of nominations.</summary>
public sealed record NominationPage(IReadOnlyList<NominationRow> Rows, int Total, int Page)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 25;

    /// <summary>Records that may be the same company, by nomination; those that wait only.</summary>
    public ILookup<Guid, LikelySame>? Likely { get; init; }
}

/// <summary>Reads nominations: one's own, or all of them for who decides.</summary>
public sealed class NominationQueries(ReferenceHubDbContext db, TimeProvider clock, LikelySameQueries likely)
{
    /// <summary>A page of a list; those that wait come with the records that may be the same company.</summary>
    public async Task<NominationPage> PageAsync(NominationList list, int page, Viewer viewer, CancellationToken ct)
    {
        var found = await CutAsync(Of(list, viewer), page, viewer, ct);
        return list == NominationList.Waiting ? found with { Likely = await likely.FindAsync([.. found.Rows.Select(row => (row.Id, row.CompanyName, row.WebDomain))], viewer, ct) } : found;
    }

    /// <summary>All of a list, in its order.</summary>
    internal Task<List<Guid>> IdsAsync(NominationList list, Viewer viewer, CancellationToken ct) => Of(list, viewer).Select(row => row.Id).ToListAsync(ct);

    /// <summary>How many wait for this viewer; 0 for who does not decide.</summary>
    public Task<int> CountWaitingAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Right.DecideNominations) ? db.Nominations.CountAsync(row => row.State == NominationState.Waiting, ct) : Task.FromResult(0);
    }

    /// <summary>One of them with what may be the same company, for who decides.</summary>
    public async Task<NominationDetail> ReadAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.DecideNominations);
        var nomination = await db.Nominations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && !row.IsLead, ct) ?? throw new MissingException("nomination");
        var same = await RowsAsync(db.Nominations.Where(row => row.NameKey == nomination.NameKey && row.Id != id && !row.IsLead).OrderByDescending(row => row.CreatedAt).Take(5), viewer, ct);
        return new NominationDetail(
            (await RowsAsync(db.Nominations.Where(row => row.Id == id), viewer, ct)).Single(),
            nomination.Website, nomination.ContactName, nomination.ContactEmail,
            await likely.FindAsync(nomination.CompanyName, nomination.Website, viewer, ct),
            same);
    }

    private IOrderedQueryable<Nomination> Of(NominationList list, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (list == NominationList.Mine)
        {
            return db.Nominations.Where(row => row.NominatedById == viewer.UserId && !row.IsLead).OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id);
        }

        viewer.MustHave(Right.DecideNominations);
        return list == NominationList.Waiting
            ? db.Nominations.Where(row => row.State == NominationState.Waiting).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            : db.Nominations.Where(row => row.State != NominationState.Waiting).OrderByDescending(row => row.DecidedAt).ThenBy(row => row.Id);
    }

    private async Task<NominationPage> CutAsync(IOrderedQueryable<Nomination> rows, int page, Viewer viewer, CancellationToken ct)
    {
        var total = await rows.CountAsync(ct);
        var shown = Paging.Within(page, total, NominationPage.Size);
        return new NominationPage(await RowsAsync(rows.Skip((shown - 1) * NominationPage.Size).Take(NominationPage.Size), viewer, ct), total, shown);
    }

    private async Task<List<NominationRow>> RowsAsync(IQueryable<Nomination> rows, Viewer viewer, CancellationToken ct)
    {
        var named = db.Customers.NamedFor(viewer, db, clock.UtcNow());
        return await rows.AsNoTracking().Select(row => new NominationRow(
            row.Id, row.CompanyName, row.Why, row.WebDomain,
            db.Terms.Where(term => term.Id == row.IndustryId).Select(term => term.Name).FirstOrDefault(),
            db.Users.Where(user => user.Id == row.NominatedById).Select(user => user.Name).FirstOrDefault(),
            row.CreatedAt, row.State,
            db.Users.Where(user => user.Id == row.DecidedById).Select(user => user.Name).FirstOrDefault(),
            row.DecidedAt, row.Reason,
            named.Where(customer => customer.Id == row.CustomerId).Select(customer => (Guid?)customer.Id).FirstOrDefault())).ToListAsync(ct);
    }
}
