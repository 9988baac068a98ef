using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Benchmarks.Matching;

/// <summary>
/// One need as a search in memory and as hand-written SQL over tables made for it: every term of a customer with those above it in one
/// table, indexed both ways. The SQL is spared availability, near-equals, reasons, relaxations and what a viewer may know.
/// </summary>
internal static class SqlBenchmark
{
    private const string Need = "industry=finance&region=dach&product=atlas&product=beacon&prefer=platform:azure&prefer=language:de&prefer=usecase:{0}&not=industry:{1}";

    public static void Run(int customers)
    {
        var entries = SkewedCatalog.Of(42, customers).ToList();
        var terms = Catalogs.Terms;
        var useCase = terms.Of(Facet.UseCase).First().Key;
        var not = terms.Of(Facet.Industry).Last(term => terms.IsWithin(term.Index, Catalogs.IndexOf("industry:finance")) && term.Parent >= 0).Key;
        var query = Catalogs.Query(string.Format(CultureInfo.InvariantCulture, Need, useCase, not));
        var catalog = CatalogSnapshot.Of(terms, entries);
        Say(customers, "in memory", Matcher.Match(catalog, query).Total, Measured.Of(() => Matcher.Match(catalog, query), 200));

        using var sqlite = new SqliteConnection("Data Source=:memory:");
        sqlite.Open();
        Execute(sqlite, Tables);
        FillSqlite(sqlite, entries);
        Execute(sqlite, Indexes);
        Say(customers, "SQLite, in its memory", Answer(sqlite, query.Criteria), Measured.Of(() => Answer(sqlite, query.Criteria), 10));

        PostgresServer.Execute("drop database if exists matching_bench");
        PostgresServer.Execute("create database matching_bench");
        using var postgres = new NpgsqlConnection(PostgresServer.Database("matching_bench"));
        postgres.Open();
        Execute(postgres, Tables);
        FillPostgres(postgres, entries);
        Execute(postgres, Indexes + "analyze;");
        Say(customers, "PostgreSQL, warm", Answer(postgres, query.Criteria), Measured.Of(() => Answer(postgres, query.Criteria), 10));
    }

    private const string Tables = "create table customer(id integer primary key, name text not null, staff integer not null, verified integer not null, acts integer not null);"
        + "create table has(customer_id integer not null, term integer not null, facet integer not null);";

    private const string Indexes = "create unique index has_term on has(term, customer_id); create unique index has_customer on has(customer_id, term, facet);";

    // The page, then the counts of all facets; those of industry and region without their own ticks.
    private static int Answer(DbConnection connection, Criteria criteria)
    {
        var all = Fitting(criteria, but: null);
        var score = string.Join(" + ", criteria.Items.Where(item => item is { Must: false, Not: false }).Select(item => $"case when {Has(item)} then 1 else 0 end"));
        Read(connection, $"select c.id, c.name, c.staff, {score} as fit from customer c where c.acts = 1 and {all} order by fit desc, c.verified desc, c.id limit 25");
        var total = 0;
        foreach (var facet in new Facet?[] { null, Facet.Industry, Facet.Region })
        {
            var fitting = Fitting(criteria, facet);
            var only = facet is { } own ? $"h.facet = {(int)own}" : $"h.facet not in ({(int)Facet.Industry}, {(int)Facet.Region})";
            Read(connection, $"select h.term, count(*) from customer c join has h on h.customer_id = c.id where {fitting} and {only} group by h.term");
            total = facet is null ? Read(connection, $"select count(*) from customer c where {fitting}") : total;
        }

        return total;
    }

    private static string Fitting(Criteria criteria, Facet? but) => string.Join(" and ", criteria.Items
        .Where(item => item.Must && (item.Not || item.Facet != but)).Select(item => $"{(item.Not ? "not " : "")}{Has(item)}").Append("1 = 1"));

    private static string Has(Criterion item) => FormattableString.Invariant(
        $"exists (select 1 from has t where t.term = {Catalogs.Terms.Find(item.Facet, item.Key)!.Index} and t.customer_id = c.id)");

    private static int Read(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var last = 0;
        while (reader.Read())
        {
            last = Convert.ToInt32(reader.GetValue(0), CultureInfo.InvariantCulture);
        }

        return last;
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static IEnumerable<(int Term, Facet Facet)> All(CatalogEntry entry)
    {
        var seen = new HashSet<int>();
        foreach (var narrow in entry.Terms)
        {
            for (var term = narrow; term >= 0 && seen.Add(term); term = Catalogs.Terms.All[term].Parent)
            {
                yield return (term, Catalogs.Terms.All[term].Facet);
            }
        }
    }

    private static object[] RowOf(CatalogEntry entry, int number) =>
        [number, entry.Name, entry.Staff, entry.VerifiedOn?.DayNumber ?? 0, entry.Status == ReferenceStatus.Active && entry.Denied.IsEmpty ? 1 : 0];

    private static void FillSqlite(SqliteConnection connection, List<CatalogEntry> entries)
    {
        using var transaction = connection.BeginTransaction();
        using var customer = Insert(connection, "insert into customer values ($0, $1, $2, $3, $4)", 5);
        using var has = Insert(connection, "insert into has values ($0, $1, $2)", 3);
        foreach (var (number, entry) in entries.Index())
        {
            Put(customer, RowOf(entry, number));
            foreach (var (term, facet) in All(entry))
            {
                Put(has, number, term, (int)facet);
            }
        }

        transaction.Commit();
    }

    private static SqliteCommand Insert(SqliteConnection connection, string sql, int values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var value = 0; value < values; value++)
        {
            command.Parameters.AddWithValue($"${value}", DBNull.Value);
        }

        return command;
    }

    private static void Put(SqliteCommand command, params object[] values)
    {
        for (var value = 0; value < values.Length; value++)
        {
            command.Parameters[value].Value = values[value];
        }

        command.ExecuteNonQuery();
    }

    private static void FillPostgres(NpgsqlConnection connection, List<CatalogEntry> entries)
    {
        using (var rows = connection.BeginBinaryImport("copy customer from stdin (format binary)"))
        {
            foreach (var (number, entry) in entries.Index())
            {
                rows.WriteRow(RowOf(entry, number));
            }

            rows.Complete();
        }

        using var terms = connection.BeginBinaryImport("copy has from stdin (format binary)");
        foreach (var (number, entry) in entries.Index())
        {
            foreach (var (term, facet) in All(entry))
            {
                terms.WriteRow(number, term, (int)facet);
            }
        }

        terms.Complete();
    }

    private static void Say(int customers, string what, int found, Measured taken) =>
        Console.WriteLine(FormattableString.Invariant($"| {customers:N0} | {what} | {found:N0} | {taken.Cells} |"));
}
