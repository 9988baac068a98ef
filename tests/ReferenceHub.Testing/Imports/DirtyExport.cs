using System.Globalization;
using System.Text;

namespace ReferenceHub.Testing.Imports;

/// <summary>
/// What a CRM exports, as dirty as the real thing: misspelt industries and countries, month/day/year dates, quotation marks,
/// accents, deals without account, dates or amount. Always the same files; the truth about them is counted while they are made.
/// </summary>
public sealed class DirtyExport
{
    private static readonly string[] Sectors = ["retail", "technolgy", "medical", "finance", "software", "services", "telecommunications"];
    private static readonly string[] Countries = ["United States", "Philipines", "Korea", "Germany", "Brazil"];
    private static readonly string[] Products = ["GTX Basic", "GTX Pro", "GTXPro", "MG \"Special\"", "GTK 500"];
    private static readonly string[] Agents = ["Moses Frase", "Darcel Schlecht", "Zoë Müller", "Vicki Laflamme"];

    private readonly Dictionary<string, (int Rows, long Value, int Without)> outcomes = new(StringComparer.Ordinal);

    private DirtyExport(int accounts, int deals)
    {
        Accounts = WriteAccounts(accounts, out var names);
        Pipeline = WritePipeline(deals, names);
        AccountCount = accounts;
        DealCount = deals;
    }

    /// <summary>The file of customers.</summary>
    public string Accounts { get; }

    /// <summary>The file of deals.</summary>
    public string Pipeline { get; }

    /// <summary>Rows of the customers' file.</summary>
    public int AccountCount { get; }

    /// <summary>Rows of the deals' file.</summary>
    public int DealCount { get; }

    /// <summary>Sum of the customers' head counts.</summary>
    public long Employees { get; private set; }

    /// <summary>Sum of the customers' revenues, in millions.</summary>
    public decimal Revenue { get; private set; }

    /// <summary>Deals without an account.</summary>
    public int WithoutAccount { get; private set; }

    /// <summary>Deals of Zoë Müller.</summary>
    public int OfZoe { get; private set; }

    /// <summary>Deals that are "Won", "Lost" or "Open": how many, the sum of their values (whole units), and how many have none.</summary>
    public (int Rows, long Value, int Without) Of(string outcome) => outcomes.GetValueOrDefault(outcome);

    /// <summary>Makes the files.</summary>
    public static DirtyExport Make(int accounts = 60, int deals = 2000) => new(accounts, deals);

    private string WriteAccounts(int count, out List<string> names)
    {
        var text = new StringBuilder("account,sector,year_established,revenue,employees,office_location,subsidiary_of\r\n");
        names = [];
        for (var i = 0; i < count; i++)
        {
            var name = i % 10 == 3 ? $"Müller, Söhne & Co. {i}" : i % 10 == 7 ? $"The \"Best\" Bank {i}" : $"Acme {i}";
            var employees = 10 + i * 37 % 5000;
            var revenue = 4.54m + i * 173 % 1000;
            names.Add(name);
            Employees += employees;
            Revenue += revenue;
            var sector = i % 9 == 8 ? " " + Sectors[i % Sectors.Length].ToUpperInvariant() : Sectors[i % Sectors.Length];
            var line = string.Join(
                ',',
                Cell(name), sector, (1980 + i % 37).ToString(CultureInfo.InvariantCulture), revenue.ToString(CultureInfo.InvariantCulture),
                employees.ToString(CultureInfo.InvariantCulture), Countries[i % Countries.Length], i % 8 == 0 && i > 0 ? Cell(names[0]) : "");
            text.Append(line).Append("\r\n");
        }

        return text.ToString();
    }

    private string WritePipeline(int count, List<string> accounts)
    {
        var text = new StringBuilder("opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n");
        for (var i = 0; i < count; i++)
        {
            var stage = (i % 20) switch { < 9 => "Won", < 14 => "Lost", < 19 => "Engaging", _ => "Prospecting" };
            var closed = stage is "Won" or "Lost";
            var account = !closed && i % 3 == 0 ? "" : accounts[i % accounts.Count];
            long? value = stage == "Won" ? 38 + i * 131 % 30_000 : stage == "Lost" ? 0 : null;
            var engaged = stage == "Prospecting" ? "" : Day(new DateOnly(2026, 1, 1).AddDays(i % 200));
            var agent = Agents[i % Agents.Length];
            WithoutAccount += account.Length == 0 ? 1 : 0;
            OfZoe += agent == "Zoë Müller" ? 1 : 0;
            Count(closed ? stage : "Open", value);
            var line = string.Join(
                ',',
                $"ID{i:X6}", agent, Cell(Products[i % Products.Length]), Cell(account), stage, engaged,
                closed ? Day(new DateOnly(2026, 3, 1).AddDays(i % 250)) : "", value?.ToString(CultureInfo.InvariantCulture));
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private void Count(string outcome, long? value)
    {
        var (rows, sum, without) = outcomes.GetValueOrDefault(outcome);
        outcomes[outcome] = (rows + 1, sum + (value ?? 0), without + (value is null ? 1 : 0));
    }

    private static string Day(DateOnly day) => day.ToString("M/d/yyyy", CultureInfo.InvariantCulture);

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(',', '"') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
