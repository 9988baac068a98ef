using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>Every query of Core becomes SQL of SQL Server; a server is not needed for that.</summary>
public sealed class SqlServerQueryTests
{
    public static TheoryData<string> QueryClasses =>
        [.. typeof(ReferenceHubDbContext).Assembly.GetTypes().Where(IsQueryClass).Select(type => type.FullName!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(QueryClasses))]
    public async Task Every_query_becomes_SQL(string name)
    {
        var type = typeof(ReferenceHubDbContext).Assembly.GetType(name)!;
        var ends = new List<string>();
        var statements = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.ReturnType.IsAssignableTo(typeof(Task))))
        {
            foreach (var rows in new[] { 0, 1 })
            {
                (await TryAsync(type, method, rows, statements, ends)).ShouldBeNull($"{type.Name}.{method.Name}");
            }
        }

        statements.ShouldContain(sql => sql.Contains("SELECT", StringComparison.Ordinal), $"{type.Name} asked nothing: {string.Join(Environment.NewLine, ends)}");
    }

    /// <summary>What cannot be translated; made-up rows may end a query early for other reasons, which say nothing about SQL.</summary>
    private static async Task<string?> TryAsync(Type type, MethodInfo method, int rows, HashSet<string> statements, List<string> ends)
    {
        var server = new UnconnectedSqlServer(rows);
        using var database = TestDatabase.Unconnected(DatabaseProvider.SqlServer, "Server=nowhere.invalid", server.Use);
        await using var scope = database.Scope();
        var queries = scope.ServiceProvider.GetService(type);
        queries.ShouldNotBeNull($"{type.Name} is not registered");
        try
        {
            await (Task)method.Invoke(queries, AnyArgument.Of(method))!;
        }
        catch (Exception problem)
        {
            var cause = problem.GetBaseException();
            ends.Add($"{method.Name}: {cause}");
            return cause.Message.Contains("could not be translated", StringComparison.Ordinal) || cause is NotSupportedException ? cause.Message : null;
        }

        finally
        {
            statements.UnionWith(server.Statements);
        }

        return null;
    }

    private static bool IsQueryClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsNested: false }
        && type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(ReferenceHubDbContext)))
        && (type.Name.EndsWith("Queries", StringComparison.Ordinal) || type.Name.EndsWith("Query", StringComparison.Ordinal));
}
