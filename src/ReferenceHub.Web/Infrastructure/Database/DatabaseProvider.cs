namespace ReferenceHub.Web.Infrastructure.Database;

/// <summary>Values of the setting `Database:Provider`.</summary>
public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
    PostgreSql,
}
