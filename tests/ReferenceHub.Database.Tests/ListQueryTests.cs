using Microsoft.EntityFrameworkCore;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>A list in a query is one parameter, whatever its length.</summary>
public sealed class ListQueryTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public void Lists_of_every_length_are_asked_by_one_statement(DatabaseProvider provider)
    {
        using var db = DesignTimeModels.Context(provider);

        new[] { 0, 1, 2, 7, 300 }.Select(Statement).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();

        string Statement(int length)
        {
            List<Guid> ids = [.. Enumerable.Range(0, length).Select(_ => Guid.Empty)];
            using var command = db.Customers.Where(customer => ids.Contains(customer.Id)).Select(customer => customer.Name).CreateDbCommand();
            return command.CommandText;
        }
    }
}
