using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>How long a confirmation holds.</summary>
public static class VerifyEvery
{
    /// <summary>Days, as the organisation has set them.</summary>
    public static async Task<int> VerifyEveryAsync(this ReferenceHubDbContext db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var days = await db.Organisations.AsNoTracking().Where(row => row.Id == Organisation.OnlyId).Select(row => (int?)row.VerifyEveryDays).FirstOrDefaultAsync(ct);
        return days ?? Organisation.UsualVerifyDays;
    }
}
