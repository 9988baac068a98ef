using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What a row says of a customer: CRM id, web domain, name.</summary>
internal readonly record struct CustomerKeys(string? ExternalId, string? Domain, string? Name);

/// <summary>The customer that a row means: a known one, a new one, none because the row is left out, or a doubt that makes the row an error.</summary>
internal sealed record CustomerMatch(KnownCustomer? Known, bool IsNew, bool LeftOut, string? Doubt, bool ByDecision);

/// <summary>Finds the customers that the rows of a file name, and puts those that are not found up for decision, each name once.</summary>
internal sealed class RowCustomers
{
    /// <summary>Under this field decisions on customers' names are remembered, whatever file they stood in.</summary>
    public const string Remembered = "customer";

    private readonly string field;
    private readonly bool isPart;
    private readonly CustomerBook book;
    private readonly ImportSettings settings;
    private readonly Vocabulary words;
    private readonly ImportTable table;
    private readonly Dictionary<string, ValueChoice> choices = new(StringComparer.Ordinal);

    public RowCustomers(ImportTable table, ImportSettings settings, Vocabulary words, CustomerBook book)
    {
        (this.table, this.settings, this.words, this.book) = (table, settings, words, book);
        isPart = ImportFields.IsPart(settings.Kind);
        field = isPart ? ImportFields.Account : ImportFields.Name;
        var cells = new CellReader(table, settings);
        foreach (var row in table.Rows)
        {
            Put(KeysOf(cells, row));
        }
    }

    /// <summary>Names up for decision, the most frequent first.</summary>
    public IReadOnlyList<ValueChoice> Choices => [.. choices.Values.OrderByDescending(choice => choice.Count)];

    /// <summary>Why the file waits for decisions.</summary>
    public IEnumerable<string> Blockers
    {
        get
        {
            var open = choices.Values.Where(choice => choice.Choice is null).ToList();
            if (open.Count > 0)
            {
                yield return open.Count == 1
                    ? $"Decide who “{open[0].Value}” is."
                    : $"Decide who {open.Count} {(isPart ? "customers are that are not known here" : "customers are whose names are near known ones")}.";
            }
        }
    }

    /// <summary>What a row says of its customer; of a contact the e-mail address tells the domain too.</summary>
    public CustomerKeys KeysOf(CellReader cells, ImportRow row) => isPart
        ? new CustomerKeys(cells.Given(row, ImportFields.AccountId), WebDomain.Of(cells.Given(row, ImportFields.AccountSite)) ?? MailDomain.Of(cells.Given(row, ImportFields.Email)), cells.Given(row, ImportFields.Account))
        : new CustomerKeys(cells.Given(row, ImportFields.ExternalId), WebDomain.Of(cells.Given(row, ImportFields.Website)), cells.Given(row, ImportFields.Name));

    /// <summary>The known customers that rows mean.</summary>
    public IReadOnlyCollection<Guid> Named()
    {
        var cells = new CellReader(table, settings);
        return table.Rows.Select(row => Of(KeysOf(cells, row)).Known?.Id).OfType<Guid>().ToHashSet();
    }

    /// <summary>The website that a row gives for its customer, for a new one.</summary>
    public static string? SiteOf(CellReader cells, ImportRow row) => WebDomain.Of(cells.Given(row, ImportFields.AccountSite)) is { } domain ? $"https://{domain}" : null;

    /// <summary>Whom a row means.</summary>
    public CustomerMatch Of(CustomerKeys keys)
    {
        if (keys == default)
        {
            return new CustomerMatch(null, false, false, "The customer is missing.", false);
        }

        var (known, doubt) = book.Find(keys.ExternalId, keys.Domain, keys.Name);
        if (known is not null || doubt is not null)
        {
            return new CustomerMatch(known, false, false, doubt, false);
        }

        if (keys.Name is null)
        {
            return new CustomerMatch(null, false, false, $"No customer here has the {(keys.ExternalId is null ? $"website {keys.Domain}" : $"CRM id “{keys.ExternalId}”")}.", false);
        }

        var choice = choices.GetValueOrDefault(TextKey.Of(keys.Name))?.Choice;
        return choice switch
        {
            ImportSettings.Skip => new CustomerMatch(null, false, true, null, true),
            ImportSettings.NewTerm => new CustomerMatch(null, true, false, null, true),
            null => new CustomerMatch(null, !isPart, false, null, false),
            _ => new CustomerMatch(SameAs(choice), false, false, null, true),
        };
    }

    private KnownCustomer? SameAs(string choice) =>
        choice.StartsWith(ImportSettings.SameAs, StringComparison.Ordinal) && Guid.TryParse(choice[ImportSettings.SameAs.Length..], out var id) ? book.Of(id) : null;

    private void Put(CustomerKeys keys)
    {
        if (keys.Name is null || TextKey.Of(keys.Name) is not { Length: > 0 } key)
        {
            return;
        }

        if (choices.TryGetValue(key, out var again))
        {
            choices[key] = again with { Count = again.Count + 1 };
            return;
        }

        if (book.Find(keys.ExternalId, keys.Domain, keys.Name) is not (null, null))
        {
            return;
        }

        var near = book.Near(keys.Name, keys.Domain, isPart ? null : keys.ExternalId);
        if (isPart || near.Count > 0)
        {
            choices[key] = Decide(new ValueChoice(field, CellText.OneLine(keys.Name), 1, null, false) { Near = near });
        }
    }

    private ValueChoice Decide(ValueChoice choice)
    {
        var before = Fits(words.Answer(Remembered, choice.Value));
        if (Fits(settings.Choices.GetValueOrDefault(choice.Key)) is { } chosen && chosen != before)
        {
            return choice with { Choice = chosen };
        }

        if (before is not null)
        {
            return choice with { Choice = before, Remembered = true };
        }

        return choice with { ByRule = true, Choice = settings.Undecided switch { Undecided.New => ImportSettings.NewTerm, Undecided.LeaveOut => ImportSettings.Skip, _ => null } };
    }

    private string? Fits(string? choice) =>
        choice is ImportSettings.NewTerm or ImportSettings.Skip || (choice is not null && SameAs(choice) is { Archived: false }) ? choice : null;
}
