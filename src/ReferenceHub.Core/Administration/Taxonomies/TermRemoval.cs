using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Deletes terms that nothing names; whatever else is retired or merged.</summary>
public sealed class TermRemoval
{
    private readonly ReferenceHubDbContext db;
    private readonly HistoryLog history;
    private readonly TermPlaces places;

    /// <summary>Deletes in this database.</summary>
    public TermRemoval(ReferenceHubDbContext db, HistoryLog history, TimeProvider clock)
    {
        this.db = db;
        this.history = history;
        places = new TermPlaces(db, history, clock);
    }

    /// <summary>Deletes an unused term, if nobody changed it since.</summary>
    public Task<Outcome> RemoveAsync(Guid id, int version, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageTaxonomies);
        return db.WriteAsync(
            async ct =>
            {
                var term = await db.Terms.SingleOrDefaultAsync(term => term.Id == id, ct) ?? throw new MissingException("term");
                if (term.Version != version)
                {
                    throw new StaleVersionException("term");
                }

                if (await WhyNotAsync(term, ct) is { } why)
                {
                    return Outcome.Refuse($"{term.Name} can't be deleted: {why}. Retire it, or merge it into another {term.Kind.One()}.");
                }

                db.Terms.Remove(term);
                history.Record(by, SubjectKind.Term, id, "deleted", $"Deleted {term.Kind.One()} {term.Name}, which nothing named", new FieldChange("Name", term.Name, null));
                await db.SaveChangesAsync(ct);
                return Outcome.Done;
            },
            ct);
    }

    private async Task<string?> WhyNotAsync(Term term, CancellationToken ct)
    {
        var uses = (await places.CountAsync(term.Kind, [term], ct))[term.Id].ToList();
        if (uses.Count > 0)
        {
            return $"named by {string.Join(", ", uses.Select(use => use.Words))}";
        }

        var key = term.Id.ToString();
        return await db.Terms.AnyAsync(other => other.ParentId == term.Id, ct) ? "other terms stand below it"
            : term.MergedIntoId is not null || await db.Terms.AnyAsync(other => other.MergedIntoId == term.Id, ct) ? "it is part of a merge"
            : await db.ChangeProposals.OpenNaming(term.Id).AnyAsync(ct) ? "a proposed change names it"
            : await db.ImportAnswers.AnyAsync(answer => answer.Answer.Contains(key), ct) ? "an import remembers it"
            : null;
    }
}
