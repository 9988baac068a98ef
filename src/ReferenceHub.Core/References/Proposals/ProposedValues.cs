using System.Globalization;

namespace ReferenceHub.Core.References;

/// <summary>Turns the text of a proposed field back into a value of the record.</summary>
internal static class ProposedValues
{
    /// <summary>The edit with one field set to what was proposed; attributes that others added or removed meanwhile stay so.</summary>
    public static CustomerEdit Set(CustomerEdit edit, ProposedField field) => field.Key switch
    {
        nameof(CustomerEdit.Name) => edit with { Name = field.Value ?? "" },
        nameof(CustomerEdit.ExternalId) => edit with { ExternalId = field.Value },
        nameof(CustomerEdit.IndustryId) => edit with { IndustryId = Key(field.Value) },
        nameof(CustomerEdit.RegionId) => edit with { RegionId = Key(field.Value) },
        nameof(CustomerEdit.City) => edit with { City = field.Value },
        nameof(CustomerEdit.Employees) => edit with { Employees = Figure(field.Value) },
        nameof(CustomerEdit.RevenueMillions) => edit with { RevenueMillions = field.Value is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null },
        nameof(CustomerEdit.Founded) => edit with { Founded = Figure(field.Value) },
        nameof(CustomerEdit.ParentName) => edit with { ParentName = field.Value },
        nameof(CustomerEdit.Website) => edit with { Website = field.Value },
        nameof(CustomerEdit.CustomerSince) => edit with { CustomerSince = field.Value is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null },
        nameof(CustomerEdit.Story) => edit with { Story = field.Value },
        nameof(CustomerEdit.Attributes) => edit with { Attributes = Terms(edit.Attributes, Keys(field.Was), Keys(field.Value)) },
        _ => throw new InvalidOperationException($"{field.Key} can't be proposed."),
    };

    private static List<Guid> Terms(List<Guid> now, HashSet<Guid> was, HashSet<Guid> proposed) =>
        [.. now.Where(term => !was.Contains(term) || proposed.Contains(term)).Union(proposed.Except(was)).Order()];

    private static Guid? Key(string? text) => text is null ? null : Guid.Parse(text);

    private static int? Figure(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static HashSet<Guid> Keys(string? text) => string.IsNullOrEmpty(text) ? [] : [.. text.Split(',').Select(Guid.Parse)];
}
