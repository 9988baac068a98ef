using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace ReferenceHub.Database.Tests;

/// <summary>Reads a table by the type of its rows.</summary>
internal static class TableReader
{
    private static readonly MethodInfo ListOf = typeof(TableReader).GetMethod(nameof(ListAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static async Task<int> CountAsync(DbContext db, Type entity) => (await RowsAsync(db, entity)).Count;

    public static Task<List<object>> RowsAsync(DbContext db, Type entity) =>
        (Task<List<object>>)ListOf.MakeGenericMethod(entity).Invoke(null, [db])!;

    private static async Task<List<object>> ListAsync<T>(DbContext db)
        where T : class =>
        [.. await db.Set<T>().AsNoTracking().ToListAsync()];
}
