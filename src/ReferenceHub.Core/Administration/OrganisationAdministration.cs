using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Administration;

/// <summary>What the organisation page sets.</summary>
public sealed record OrganisationFacts(string Name, string ZoneId, string Currency, int FiscalYearStart, Modules Modules, int VerifyEveryDays = Organisation.UsualVerifyDays,
    bool RepsMayExport = true, int RepExportMost = Organisation.UsualRepExport);

/// <summary>The organisation: who we are, which parts are switched on, who answers for legal.</summary>
public sealed class OrganisationAdministration(ReferenceHubDbContext db, IIds ids, HistoryLog history)
{
    /// <summary>The row as it is, with its version.</summary>
    public async Task<Organisation> FindAsync(Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManageOrganisation);
        return await db.Organisations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Organisation.OnlyId, ct) ?? new Organisation("ReferenceHub", "Europe/Berlin", "EUR");
    }

    /// <summary>Changes it, if nobody else did since <paramref name="version"/>.</summary>
    public Task<Outcome> EditAsync(int version, OrganisationFacts facts, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageOrganisation);
        return db.WriteAsync(
            async inner =>
            {
                var row = await db.Organisations.FindAsync([Organisation.OnlyId], inner);
                if (row is null)
                {
                    row = new Organisation(facts.Name, facts.ZoneId, facts.Currency);
                    db.Organisations.Add(row);
                }
                else if (row.Version != version)
                {
                    throw new StaleVersionException("organisation");
                }

                List<FieldChange> changes =
                [
                    new("Name", row.Name, facts.Name.Trim()),
                    new("Time zone", row.ZoneId, facts.ZoneId),
                    new("Currency", row.Currency, facts.Currency),
                    new("Fiscal year starts in month", Words(row.FiscalYearStart), Words(facts.FiscalYearStart)),
                    new("Days a confirmation holds", Words(row.VerifyEveryDays), Words(facts.VerifyEveryDays)),
                    new("Reps may export", YesNo(row.RepsMayExport), YesNo(facts.RepsMayExport)),
                    new("References a rep may export", Words(row.RepExportMost), Words(facts.RepExportMost)),
                    new("Modules", row.Modules.ToString(), facts.Modules.ToString()),
                ];
                changes.RemoveAll(change => change.Before == change.After);
                row.Edit(facts.Name, facts.ZoneId, facts.Currency, facts.FiscalYearStart);
                row.VerifyEvery(facts.VerifyEveryDays);
                row.LetRepsExport(facts.RepsMayExport, facts.RepExportMost);
                row.Switch(facts.Modules);
                history.Record(by, SubjectKind.Settings, row.Id, "edited", changes.Count > 0 ? "Changed the organisation" : "Looked the organisation over and kept it as it is", changes);

                await db.SaveChangesAsync(inner);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>People who answer for legal, by name.</summary>
    public async Task<IReadOnlyList<LegalPerson>> LegalAsync(CancellationToken ct) => await db.LegalPeople.AsNoTracking().OrderBy(person => person.Name).ToListAsync(ct);

    /// <summary>Names somebody for legal.</summary>
    public Task<Outcome> NameLegalAsync(string name, string email, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageOrganisation);
        return db.WriteAsync(
            async inner =>
            {
                var person = new LegalPerson(ids.Next(), name, email);
                if (await db.LegalPeople.AnyAsync(other => other.EmailKey == person.EmailKey, inner))
                {
                    return Outcome.Refuse("This address is named already.", "Email");
                }

                db.LegalPeople.Add(person);
                history.Record(by, SubjectKind.Settings, Organisation.OnlyId, "legal-named", $"Named {person.Name} for legal");
                await db.SaveChangesAsync(inner);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>Takes somebody off legal.</summary>
    public Task<Outcome> DropLegalAsync(Guid id, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageOrganisation);
        return db.WriteAsync(
            async inner =>
            {
                var person = await db.LegalPeople.FirstOrDefaultAsync(row => row.Id == id, inner) ?? throw new MissingException("legal person");
                db.LegalPeople.Remove(person);
                history.Record(by, SubjectKind.Settings, Organisation.OnlyId, "legal-dropped", $"{person.Name} no longer answers for legal");
                await db.SaveChangesAsync(inner);
                return Outcome.Done;
            },
            ct);
    }

    private static string YesNo(bool yes) => yes ? "yes" : "no";

    private static string Words(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
