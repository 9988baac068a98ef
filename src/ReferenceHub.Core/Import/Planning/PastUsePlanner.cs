using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.Import.Writing;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>
/// What an import of past uses would do. Each row has a mark made of what it says, kept with its ledger entry, by which it is
/// known when the file comes again.
/// </summary>
internal sealed class PastUsePlanner(PlanScene scene, IReadOnlyCollection<Contact> contacts, IReadOnlySet<Guid> standing) : PartPlanner<PlannedPastUse>(scene)
{
    private const int MostUses = 100;
    private readonly ILookup<Guid, Contact> byCustomer = contacts.ToLookup(contact => contact.CustomerId);
    private readonly Dictionary<string, int> alike = new(StringComparer.Ordinal);
    private int strangers;
    private int repeated;

    protected override IEnumerable<string> NeededColumns()
    {
        if (!Scene.Settings.Columns.ContainsKey(ImportFields.Activity))
        {
            yield return "Choose the column that tells what kind of use it was.";
        }

        if (!Scene.Settings.Columns.ContainsKey(ImportFields.UsedOn))
        {
            yield return "Choose the column that holds the day of the use.";
        }
    }

    protected override IPlannedRows Rows(IReadOnlyList<PlannedPastUse> planned) => new PlannedPastUses(planned);

    protected override IEnumerable<string> NoticesOf()
    {
        if (strangers > 0)
        {
            yield return $"{(strangers == 1 ? "One use names" : $"{strangers} uses name")} a contact who is not known at the customer: it counts for the customer only. Import contacts first to count their minutes too.";
        }

        if (repeated > 0)
        {
            yield return $"{(repeated == 1 ? "One row says" : $"{repeated} rows say")} the same as an earlier one; each counts.";
        }
    }

    protected override PlannedPastUse? Take(ImportRow row, Belongs customer)
    {
        if (IsSkipped(row, ImportFields.Activity))
        {
            Tally.Note(row, RowFate.LeftOut, $"{Cells.Given(row, ImportFields.Activity)}, {customer.Name}");
            return null;
        }

        var type = Type(row);
        var on = Day(row);
        var minutes = Cells.Whole(row, ImportFields.Minutes, 0, 1000);
        var number = Cells.Whole(row, ImportFields.Number, 1, MostUses) ?? 1;
        var note = Cells.Text(row, ImportFields.Note);
        var who = Cells.Text(row, ImportFields.Contact);
        var externalId = Cells.Text(row, ImportFields.ExternalId);
        if (type is null || on is not { } day || Cells.BadLines.Contains(row.Line))
        {
            return null;
        }

        var contact = who is null ? null : Find(customer.CustomerId, who);
        strangers += who is not null && contact is null ? 1 : 0;
        var said = string.Join('\n', customer.CustomerId, type.Key, day.DayNumber, TextKey.Of(who), TextKey.Of(note), externalId);
        var earlier = alike.GetValueOrDefault(said);
        alike[said] = earlier + number;
        repeated += earlier > 0 && externalId is null ? 1 : 0;
        if (earlier > 0 && externalId is not null)
        {
            Cells.Refuse(row, ImportFields.ExternalId, "The same use stands in an earlier row already.");
            return null;
        }

        // An export gives the key of the use itself.
        var isOurs = Guid.TryParse(externalId, out var useId) && standing.Contains(useId);
        var marks = isOurs ? [] : Enumerable.Range(earlier, number).Select(place => MarkOf(said, place)).Where(mark => !standing.Contains(mark)).ToList();
        Tally.Note(row, marks.Count == 0 ? RowFate.Unchanged : RowFate.Created, string.Create(CultureInfo.InvariantCulture, $"{type.Name} with {customer.Name}, {day:d MMM yyyy}{(number > 1 ? $", {number} times" : null)}"));
        return marks.Count == 0 ? null : new PlannedPastUse(
            type.Name, [.. marks.Select(mark => new LogUse(customer.CustomerId, contact?.Id, type.Key, day, minutes, note ?? "Imported", UseSource.Import, mark))]);
    }

    private ActivityType? Type(ImportRow row)
    {
        if (Cells.Text(row, ImportFields.Activity) is not { } word)
        {
            if (Cells.Cell(row, ImportFields.Activity).Length == 0)
            {
                Cells.Refuse(row, ImportFields.Activity, "The kind of use is missing.");
            }

            return null;
        }

        return Scene.ChoiceOf(ImportFields.Activity, word) is { } choice ? Scene.Words.Activities.FirstOrDefault(type => Meaning.Prefix + type.Key == choice) : null;
    }

    private DateOnly? Day(ImportRow row)
    {
        var day = Cells.Date(row, ImportFields.UsedOn);
        if (Cells.Cell(row, ImportFields.UsedOn).Length == 0)
        {
            Cells.Refuse(row, ImportFields.UsedOn, "The day of the use is missing.");
        }
        else if (day > Scene.Today)
        {
            Cells.Refuse(row, ImportFields.UsedOn, "This day is still to come; only past uses are imported.");
        }

        return day;
    }

    private Contact? Find(Guid customerId, string who)
    {
        var key = TextKey.Of(who);
        var there = byCustomer[customerId].Where(contact => TextKey.Of(contact.Email) == key || TextKey.Of(contact.Name) == key).Take(2).ToList();
        return there.Count == 1 ? there[0] : null;
    }

    private static Guid MarkOf(string said, int place) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{said}\n{place}")).AsSpan(0, 16));
}
