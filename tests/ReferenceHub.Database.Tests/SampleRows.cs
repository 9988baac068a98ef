using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Database.Tests;

/// <summary>One row of every entity of the model, made from the model itself, so that a new entity is covered the day it lands.</summary>
internal sealed class SampleRows(ReferenceHubDbContext db)
{
    private readonly Dictionary<IEntityType, EntityEntry> made = [];

    public IEnumerable<IEntityType> Types => made.Keys;

    /// <summary>Adds a row of each entity, principals first, and saves them.</summary>
    public async Task SaveOneOfEachAsync()
    {
        foreach (var type in PrincipalsFirst(db.Model))
        {
            made[type] = Add(type, made.Count + 1);
            await db.SaveChangesAsync();
        }
    }

    /// <summary>The row of an entity as it was saved.</summary>
    public EntityEntry Of(IEntityType type) => made[type];

    /// <summary>Adds another row of the entity that differs in everything but its relations.</summary>
    public EntityEntry Add(IEntityType type, int seed)
    {
        var row = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        var entry = db.Entry(row);
        foreach (var property in type.GetProperties().Where(property => !property.IsForeignKey() && Sample.IsNeeded(property)))
        {
            if (Sample.Of(property, seed) is { } value)
            {
                entry.Property(property.Name).CurrentValue = value;
            }
        }

        foreach (var key in type.GetForeignKeys().Where(key => !key.IsOwnership && made.ContainsKey(key.PrincipalEntityType)))
        {
            for (var column = 0; column < key.Properties.Count; column++)
            {
                entry.Property(key.Properties[column].Name).CurrentValue = made[key.PrincipalEntityType].Property(key.PrincipalKey.Properties[column].Name).CurrentValue;
            }
        }

        entry.State = EntityState.Added;
        return entry;
    }

    private static List<IEntityType> PrincipalsFirst(IModel model)
    {
        var left = model.GetEntityTypes().Where(type => !type.IsOwned()).ToList();
        var order = new List<IEntityType>();
        while (left.Count > 0)
        {
            var next = left.First(type => type.GetForeignKeys().All(key => !key.IsRequired || key.PrincipalEntityType == type || order.Contains(key.PrincipalEntityType)));
            order.Add(next);
            left.Remove(next);
        }

        return order;
    }
}
