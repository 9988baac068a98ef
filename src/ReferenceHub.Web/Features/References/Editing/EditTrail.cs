using System.Text.Json;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.References.Editing;

/// <summary>What a form carries to notice another edit: the version and fields it was opened with, and the choices made since.</summary>
public sealed class EditTrail
{
    private const string Theirs = "theirs";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General);

    /// <summary>Version of the record when the form was opened.</summary>
    public int Version { get; set; }

    /// <summary>The fields as they were then.</summary>
    public string? Was { get; set; }

    /// <summary>By field: mine or theirs.</summary>
    public Dictionary<string, string> Keep { get; set; } = [];

    /// <summary>The trail of a form that shows this.</summary>
    public static EditTrail Of<T>(T edit, int version) => new() { Version = version, Was = JsonSerializer.Serialize(edit, Json) };

    /// <summary>As the domain takes it; what cannot be read counts as empty.</summary>
    public EditMark<T> ToMark<T>()
        where T : new() =>
        new(Version, Read<T>(), Keep.Where(choice => choice.Value == Theirs).Select(choice => choice.Key).ToHashSet(StringComparer.Ordinal));

    private T Read<T>()
        where T : new()
    {
        try
        {
            return string.IsNullOrEmpty(Was) ? new T() : JsonSerializer.Deserialize<T>(Was, Json) ?? new T();
        }
        catch (JsonException)
        {
            return new T();
        }
    }
}

/// <summary>A form page: what to edit, its trail, and the fields in which another edit differs.</summary>
public record EditPage<T>(Guid CustomerId, T Edit, EditTrail Trail)
{
    /// <summary>Fields to choose in.</summary>
    public IReadOnlyList<EditConflict> Conflicts { get; init; } = [];

    /// <summary>The same page after another edit got there first.</summary>
    public EditPage<T> Met(EditClash<T> clash) => this with { Edit = clash.Mine, Trail = EditTrail.Of(clash.Saved, clash.Version), Conflicts = clash.Conflicts };
}
