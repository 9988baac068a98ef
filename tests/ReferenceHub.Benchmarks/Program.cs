using ReferenceHub.Benchmarks.Imports;
using ReferenceHub.Benchmarks.Matching;
using ReferenceHub.Benchmarks.Requests;
using ReferenceHub.Benchmarks.Tables;
using ReferenceHub.Benchmarks.Usage;
using ReferenceHub.Core.Export;

// Run by hand, one at a time, on a quiet machine; results go into docs/performance.md.
switch (args)
{
    case ["matching", .. var sizes]:
        MatchingBenchmark.Run(sizes.Length == 0 ? [10_000, 100_000] : [.. sizes.Select(int.Parse)]);
        break;
    case ["sql", var customers]:
        SqlBenchmark.Run(int.Parse(customers, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["page", var customers]:
        await PageBenchmark.RunAsync(int.Parse(customers, System.Globalization.CultureInfo.InvariantCulture), times: 60);
        break;
    case ["queue", var few, var many]:
        await QueueBenchmark.RunAsync(int.Parse(few, System.Globalization.CultureInfo.InvariantCulture), int.Parse(many, System.Globalization.CultureInfo.InvariantCulture), times: 40);
        break;
    case ["nodes", var customers]:
        await NodesBenchmark.RunAsync(int.Parse(customers, System.Globalization.CultureInfo.InvariantCulture), edits: 25);
        break;
    case ["targets"]:
        await Targets.RunAsync();
        break;
    case ["catalog", var customers]:
        await CatalogBenchmark.RunAsync(int.Parse(customers, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["tables", var format, .. var sizes]:
        await TableBenchmark.RunAsync(sizes.Length == 0 ? 100_000 : int.Parse(sizes[0], System.Globalization.CultureInfo.InvariantCulture), Enum.Parse<ExportFormat>(format, ignoreCase: true));
        break;
    case ["export", var format, var customers]:
        await ExportBenchmark.RunAsync(int.Parse(customers, System.Globalization.CultureInfo.InvariantCulture), Enum.Parse<ExportFormat>(format, ignoreCase: true));
        break;
    case ["what-if", var uses, .. var sizes]:
        await WhatIfBenchmark.RunAsync(int.Parse(uses, System.Globalization.CultureInfo.InvariantCulture), sizes.Select(int.Parse));
        break;
    case ["import", var rows]:
        await ImportBenchmark.RunAsync(int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["reserve"]:
        await ReserveBenchmark.RunAsync();
        break;
    case ["fill", var file, var customers]:
        await Filler.FillAsync(file, int.Parse(customers, System.Globalization.CultureInfo.InvariantCulture));
        break;
    default:
        Console.WriteLine("""
            matching [customers …]    searches over catalogs in memory: milliseconds and bytes a customer
            sql <customers>           the same need in memory and as SQL on SQLite and PostgreSQL
            targets                   all of matching that docs/performance.md states, one after the other, with the load before each
            page <customers>          the search page over HTTP, with results and with none, over SQLite
            queue <few> <many>        the queue's page over HTTP with so many open requests, over SQLite
            nodes <customers>         two nodes over one PostgreSQL: how long after an edit on one both show it
            catalog <customers>       reads a catalog from SQLite, patches it, merges it
            tables csv|xlsx [rows]    writes and reads a table: rows a second, peak memory (one format a process)
            export csv|xlsx <customers>   exports every reference from SQLite
            what-if <uses> <customers …>  a replay of 24 months with so many uses, by two sets of policies, from SQLite and back
            import <rows>             moves a file of customers in over SQLite, again, and takes it back: seconds and memory
            reserve                   reservations a second of one hot customer and of cold ones, beside a bare insert, on SQLite and PostgreSQL
            fill <file> <customers>   makes a SQLite program to look at (people: rep@, manager@bench.example, password Bench-Pass-2026)
            """);
        break;
}
