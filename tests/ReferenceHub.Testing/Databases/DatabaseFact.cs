using System.ComponentModel;
using ReferenceHub.Web.Infrastructure.Database;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ReferenceHub.Testing.Databases;

/// <summary>The database that the facts of a class run on.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RunsOnAttribute(DatabaseProvider provider) : Attribute
{
    /// <summary>The database.</summary>
    public DatabaseProvider Provider { get; } = provider;

    /// <summary>Why facts on this database are skipped; null when they run.</summary>
    public static string? SkipReason(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.PostgreSql => PostgresServer.SkipReason,
        DatabaseProvider.SqlServer => SqlServerUnderTest.SkipReason,
        _ => null,
    };

    /// <summary>The database of a test class; SQLite when it does not say.</summary>
    public static DatabaseProvider Of(Type testClass) =>
        (GetCustomAttribute(testClass, typeof(RunsOnAttribute)) as RunsOnAttribute)?.Provider ?? DatabaseProvider.Sqlite;
}

/// <summary>A fact of a suite that runs on the database of its class (<see cref="RunsOnAttribute"/>), skipped where that is missing.</summary>
[XunitTestCaseDiscoverer("ReferenceHub.Testing.Databases.DatabaseFactDiscoverer", "ReferenceHub.Testing")]
public class DatabaseFactAttribute : FactAttribute;

/// <summary>As <see cref="DatabaseFactAttribute"/>, over the real files of <see cref="TestData"/>; skipped also where those are not given.</summary>
[XunitTestCaseDiscoverer("ReferenceHub.Testing.Databases.DatabaseFactDiscoverer", "ReferenceHub.Testing")]
public sealed class DatabaseTestDataFactAttribute : DatabaseFactAttribute
{
    public DatabaseTestDataFactAttribute() => Skip = new TestDataFactAttribute().Skip;
}

/// <summary>Finds <see cref="DatabaseFactAttribute"/>.</summary>
public sealed class DatabaseFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    private readonly IMessageSink messages = messages;

    /// <inheritdoc/>
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new DatabaseTestCase(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

/// <summary>A test case that knows the database of its class.</summary>
public sealed class DatabaseTestCase : XunitTestCase
{
    /// <summary>For the runner's deserialisation.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For the runner only")]
    public DatabaseTestCase()
    {
    }

    /// <summary>A test case.</summary>
    public DatabaseTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    /// <inheritdoc/>
    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        RunsOnAttribute.SkipReason(RunsOnAttribute.Of(TestMethod.TestClass.Class.ToRuntimeType())) ?? base.GetSkipReason(factAttribute);
}

/// <summary>A fact that needs PostgreSQL, skipped where that is missing.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.SkipReason;
}

/// <summary>A theory that needs PostgreSQL, skipped where that is missing.</summary>
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresServer.SkipReason;
}
