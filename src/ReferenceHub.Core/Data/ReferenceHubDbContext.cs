using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Data;

/// <summary>What the context needs of its node: clock, keys, the writers' gate and the change hub.</summary>
public sealed record ContextServices(TimeProvider Clock, IIds Ids, WriteGate Gate, ChangeHub Hub)
{
    /// <summary>For tools that only look at the model.</summary>
    public static ContextServices Standalone() =>
        new(TimeProvider.System, new TimeOrderedIds(TimeProvider.System), new WriteGate(), new ChangeHub());
}

/// <summary>The one door to the database. The sets of each room stand in a file of their own beside this one.</summary>
public sealed partial class ReferenceHubDbContext(DbContextOptions<ReferenceHubDbContext> options, ContextServices services)
    : IdentityUserContext<User, Guid>(options)
{
    private readonly DbContextOptions<ReferenceHubDbContext> options = options;
    private readonly ContextServices services = services;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelConventions.Apply(configurationBuilder);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ReferenceHubDbContext).Assembly);
        ModelConventions.Finish(builder);
    }
}
