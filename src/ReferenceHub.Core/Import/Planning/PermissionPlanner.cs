using System.Globalization;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.Import.Writing;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What one row says of a permission; null where it says nothing.</summary>
internal sealed record PermissionRow(PermissionScope Scope, PermissionStatus Status, DateOnly? ValidUntil, string? Evidence, IReadOnlyList<string>? Regions, IReadOnlyList<PermissionChannel>? Channels)
{
    /// <summary>The row laid over what is known: a new answer starts afresh, the same one keeps what the row leaves blank.</summary>
    public PermissionRow Over(PermissionRow? before) => Laid(before) is var row && row.Status == PermissionStatus.Granted ? row : row with { Regions = [], Channels = [] };

    private PermissionRow Laid(PermissionRow? before) => before is null || before.Status != Status
        ? this with { Regions = Regions ?? [], Channels = Channels ?? [], ValidUntil = Status == PermissionStatus.Unknown ? null : ValidUntil }
        : this with
        {
            ValidUntil = Status == PermissionStatus.Unknown ? null : ValidUntil ?? before.ValidUntil,
            Evidence = Evidence ?? before.Evidence,
            Regions = Regions ?? before.Regions,
            Channels = Channels ?? before.Channels,
        };

    /// <summary>The permission as it is.</summary>
    public static PermissionRow? Of(Permission? permission) => permission is null
        ? null
        : new PermissionRow(permission.Scope, permission.Status, permission.ValidUntil, permission.Evidence, permission.Regions, permission.Channels);

    /// <summary>What differs, the evidence only for those who may see it.</summary>
    public static IReadOnlyList<FieldChange> Changes(PermissionRow? before, PermissionRow after)
    {
        var changes = new List<FieldChange>();
        Note("Answer", before?.Status.ToString().ToLowerInvariant(), after.Status.ToString().ToLowerInvariant());
        Note("Valid until", Day(before?.ValidUntil), Day(after.ValidUntil));
        Note("Evidence", before?.Evidence, after.Evidence, secret: true);
        Note("Regions", List(before?.Regions), List(after.Regions));
        Note("Channels", List(before?.Channels?.Select(channel => channel.ToString())), List(after.Channels?.Select(channel => channel.ToString())));
        return changes;

        void Note(string field, string? from, string? to, bool secret = false)
        {
            if (from != to)
            {
                changes.Add(new FieldChange(field, from, to, secret));
            }
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string? List(IEnumerable<string>? words) => words?.Order(StringComparer.Ordinal).ToList() is { Count: > 0 } some ? string.Join(", ", some) : null;
}

/// <summary>What an import of permissions would do: a customer has one answer a scope. A yes says where it comes from.</summary>
internal sealed class PermissionPlanner(PlanScene scene, IReadOnlyCollection<Permission> existing) : PartPlanner<PlannedPermission>(scene)
{
    private readonly Dictionary<(Guid, PermissionScope), Permission> known = existing.ToDictionary(permission => (permission.CustomerId, permission.Scope));

    protected override IEnumerable<string> NeededColumns()
    {
        if (!Scene.Settings.Columns.ContainsKey(ImportFields.Scope))
        {
            yield return "Choose the column that tells for what the permission is.";
        }

        if (!Scene.Settings.Columns.ContainsKey(ImportFields.Answer))
        {
            yield return "Choose the column that holds the answer.";
        }
    }

    protected override IPlannedRows Rows(IReadOnlyList<PlannedPermission> planned) => new PlannedPermissions(planned);

    protected override PlannedPermission? Take(ImportRow row, Belongs customer)
    {
        if (IsSkipped(row, ImportFields.Scope) || IsSkipped(row, ImportFields.Answer))
        {
            Tally.Note(row, RowFate.LeftOut, $"{Cells.Given(row, ImportFields.Scope)}, {customer.Name}");
            return null;
        }

        if (Read(row) is not { } said)
        {
            return null;
        }

        if (Seen.Earlier($"{customer.CustomerId} {said.Scope}", row.Line) is { } twin)
        {
            Cells.Refuse(row, ImportFields.Scope, $"The answer of this customer for {said.Scope.InWords()} stands in row {twin} already.");
            return null;
        }

        var permission = known.GetValueOrDefault((customer.CustomerId, said.Scope));
        var before = PermissionRow.Of(permission);
        var after = said.Over(before);
        var isNewYes = after.Status == PermissionStatus.Granted && before?.Status != PermissionStatus.Granted;
        if (isNewYes && after.Evidence is null)
        {
            after = after with { Evidence = Scene.Settings.Evidence };
        }

        if (isNewYes && after.Evidence is null)
        {
            Cells.Refuse(row, Scene.Settings.Columns.ContainsKey(ImportFields.Evidence) ? ImportFields.Evidence : ImportFields.Answer, "A yes says where it comes from: a form, a mail, a call with date. Fill the cell, or say it for the whole file.");
            return null;
        }

        var changes = PermissionRow.Changes(before, after);
        Tally.Note(row, permission is null ? RowFate.Created : changes.Count == 0 ? RowFate.Unchanged : RowFate.Changed, $"{customer.Name}, {said.Scope.InWords()}", () => changes);
        return permission is not null && changes.Count == 0 ? null : new PlannedPermission(permission?.Id ?? Scene.Ids.Next(), customer.CustomerId, permission is null, isNewYes ? said with { Evidence = after.Evidence } : said);
    }

    private PermissionRow? Read(ImportRow row)
    {
        var scope = Meanings.ValueOf<PermissionScope>(Scene.ChoiceOf(ImportFields.Scope, Cells.Text(row, ImportFields.Scope)));
        var status = Meanings.ValueOf<PermissionStatus>(Scene.ChoiceOf(ImportFields.Answer, Cells.Text(row, ImportFields.Answer)));
        Need(row, ImportFields.Scope, "It is not said for what the permission is.");
        Need(row, ImportFields.Answer, "The answer is missing. Write “unknown” where nobody asked.");
        var said = scope is { } what && status is { } answer
            ? new PermissionRow(
                what, answer, Cells.Date(row, ImportFields.ValidUntil), Cells.Text(row, ImportFields.Evidence),
                Cells.Many(row, ImportFields.Regions) is { } regions ? [.. Scene.Terms.Of(ImportFields.Regions, regions).Select(term => term.Key).Order(StringComparer.Ordinal)] : null,
                Cells.Many(row, ImportFields.Channels) is { } channels
                    ? [.. channels.Select(word => Meanings.ValueOf<PermissionChannel>(Scene.ChoiceOf(ImportFields.Channels, word))).OfType<PermissionChannel>().Distinct().Order()]
                    : null)
            : null;
        return Cells.BadLines.Contains(row.Line) ? null : said;
    }

    private void Need(ImportRow row, string field, string problem)
    {
        if (Cells.Cell(row, field).Length == 0 && Scene.Settings.Columns.ContainsKey(field))
        {
            Cells.Refuse(row, field, problem);
        }
    }
}
