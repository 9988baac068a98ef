using Microsoft.EntityFrameworkCore;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Writes many rows in batches, without the context looking through them again and again.</summary>
internal sealed class DemoRows(ReferenceHubDbContext db)
{
    /// <summary>Inserts rows with all that hangs on them, and forgets them.</summary>
    public async Task AddAsync(IEnumerable<object> rows, CancellationToken ct)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            db.AddRange(rows);
            await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, ct);
            db.ChangeTracker.Clear();
        }
        catch (DbUpdateException error)
        {
            // A clash with another node shows in the very first row; anything later is our own mistake and not worth another try.
            throw new InvalidOperationException("The demo program does not fit the database.", error);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }
}
