using System.Globalization;
using Npgsql;

namespace ReferenceHub.Testing.Databases;

/// <summary>
/// One PostgreSQL server for the run: the one in `REFERENCEHUB_TEST_POSTGRES`, or one started from the installed binaries
/// in a temporary folder on a free loopback port, and stopped at the end of the run.
/// </summary>
public static class PostgresServer
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("REFERENCEHUB_TEST_POSTGRES");
    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<string> Started = new(Start);

    /// <summary>Why tests on PostgreSQL are skipped; null when they run.</summary>
    public static string? SkipReason { get; } = TestRun.SkipReason(
        string.IsNullOrWhiteSpace(Given) && Binaries is null,
        "no PostgreSQL: install it, or set REFERENCEHUB_TEST_POSTGRES to a connection string");

    /// <summary>Connection string of the server, with a user who may create databases.</summary>
    public static string ConnectionString => string.IsNullOrWhiteSpace(Given) ? Started.Value : Given;

    /// <summary>Connection string of one database of the server.</summary>
    public static string Database(string name) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name, MaxPoolSize = 60 }.ConnectionString;

    /// <summary>Runs a command on the server outside of any test's database.</summary>
    public static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Database("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static string Start()
    {
        var binaries = Binaries ?? throw new InvalidOperationException("PostgreSQL is not installed, and REFERENCEHUB_TEST_POSTGRES is not set.");
        var folder = Directory.CreateTempSubdirectory("referencehub-postgres-").FullName;
        var data = Path.Combine(folder, "data");
        if (Environment.UserName == "root")
        {
            Shell.Run("chown", "nobody", folder);
        }

        AsUser(Path.Combine(binaries, "initdb"), "-D", data, "-U", "referencehub", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var port = Shell.FreePort().ToString(CultureInfo.InvariantCulture);
        var options = $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200";
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(binaries, folder);
        AsUser(Path.Combine(binaries, "pg_ctl"), "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", options, "start");
        return $"Host=127.0.0.1;Port={port};Username=referencehub;Database=postgres";
    }

    private static void Stop(string binaries, string folder)
    {
        NpgsqlConnection.ClearAllPools();
        AsUser(Path.Combine(binaries, "pg_ctl"), "-D", Path.Combine(folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The server refuses to run as root.</summary>
    private static void AsUser(string program, params string[] arguments)
    {
        if (Environment.UserName == "root")
        {
            Shell.Run("runuser", ["-u", "nobody", "--", program, .. arguments]);
            return;
        }

        Shell.Run(program, arguments);
    }

    private static string? FindBinaries()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", "initdb"))
            : [];
        return Path.GetDirectoryName(Shell.FirstExisting(installed) ?? Shell.OnPath("initdb"));
    }
}
