namespace ReferenceHub.Testing.Databases;

/// <summary>The SQL Server of `REFERENCEHUB_TEST_SQLSERVER`; without it its tests are skipped, also on the build machine.</summary>
public static class SqlServerUnderTest
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("REFERENCEHUB_TEST_SQLSERVER");

    /// <summary>Why tests on SQL Server are skipped; null when they run.</summary>
    public static string? SkipReason { get; } = string.IsNullOrWhiteSpace(Given) ? "REFERENCEHUB_TEST_SQLSERVER does not hold a connection string" : null;

    /// <summary>Connection string of the server, with a login that may create databases.</summary>
    public static string ConnectionString => Given ?? throw new InvalidOperationException("REFERENCEHUB_TEST_SQLSERVER is not set.");
}
