using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Web.Infrastructure.Database;

/// <summary>Ready means: the database answers a real question.</summary>
public sealed class DatabaseCheck(ReferenceHubDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await db.Users.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
