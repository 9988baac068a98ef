using Microsoft.Data.Sqlite;

namespace ReferenceHub.Web.Infrastructure.Database;

/// <summary>Which database holds the program, from `Database:Provider` and `ConnectionStrings:ReferenceHub`.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    private const string DefaultFile = "data/referencehub.db";

    /// <summary>The SQLite file; null on a server.</summary>
    public string? File => Provider == DatabaseProvider.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <summary>Reads the settings; a relative SQLite file stands below the content root, whose folder is made.</summary>
    public static DatabaseSettings Read(IConfiguration configuration, string contentRoot)
    {
        var name = configuration["Database:Provider"];
        var provider = DatabaseProvider.Sqlite;
        if (!string.IsNullOrWhiteSpace(name) && !Enum.TryParse(name, ignoreCase: true, out provider))
        {
            throw new InvalidOperationException($"Database:Provider is '{name}'; it must be one of {string.Join(", ", Enum.GetNames<DatabaseProvider>())}.");
        }

        var connectionString = configuration.GetConnectionString("ReferenceHub");
        if (provider == DatabaseProvider.Sqlite)
        {
            return new DatabaseSettings(provider, SqliteFile(connectionString, contentRoot));
        }

        return string.IsNullOrWhiteSpace(connectionString)
            ? throw new InvalidOperationException($"Database:Provider is {provider}, so ConnectionStrings:ReferenceHub must say where the server is.")
            : new DatabaseSettings(provider, connectionString);
    }

    private static string SqliteFile(string? connectionString, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (string.IsNullOrWhiteSpace(builder.DataSource))
        {
            builder.DataSource = DefaultFile;
        }

        builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        return builder.ConnectionString;
    }
}
