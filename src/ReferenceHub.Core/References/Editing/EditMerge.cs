using ReferenceHub.Core.History;

namespace ReferenceHub.Core.References;

/// <summary>Brings two edits of one record together, field by field.</summary>
public static class EditMerge
{
    /// <summary>What only one side changed is taken over; what both changed differently is left as mine and listed.</summary>
    public static (T Merged, IReadOnlyList<EditField<T>> Open) Merge<T>(IEnumerable<EditField<T>> fields, T mine, T was, T saved)
    {
        var merged = mine;
        var open = new List<EditField<T>>();
        foreach (var field in fields)
        {
            var (typed, before, now) = (field.Text(mine), field.Text(was), field.Text(saved));
            if (typed == now)
            {
                continue;
            }

            if (typed == before)
            {
                merged = field.Take(merged, saved);
            }
            else if (now != before)
            {
                open.Add(field);
            }
        }

        return (merged, open);
    }

    /// <summary>The edit with the saved values in the fields where they were chosen.</summary>
    public static T Choose<T>(IEnumerable<EditField<T>> fields, T mine, T saved, IReadOnlySet<string> keepTheirs) =>
        fields.Where(field => keepTheirs.Contains(field.Key)).Aggregate(mine, (edit, field) => field.Take(edit, saved));

    /// <summary>Before and after of every field that differs.</summary>
    public static IReadOnlyList<FieldChange> Changes<T>(IEnumerable<EditField<T>> fields, T before, T after, EditNames names) =>
    [
        .. fields.Where(field => field.Text(before) != field.Text(after))
            .Select(field => new FieldChange(field.Label, field.Words(before, names), field.Words(after, names), field.Secret)),
    ];

    /// <summary>Applies a choice and merges with what is saved: the edit to save, or the clash to show.</summary>
    public static (T Edit, EditClash<T>? Clash) Settle<T>(IReadOnlyList<EditField<T>> fields, T mine, EditMark<T> mark, T saved, int savedVersion, EditNames names)
    {
        var chosen = Choose(fields, mine, mark.Was, mark.KeepTheirs);
        if (mark.Version == savedVersion)
        {
            return (chosen, null);
        }

        var (merged, open) = Merge(fields, chosen, mark.Was, saved);
        return open.Count == 0
            ? (merged, null)
            : (merged, new EditClash<T>(savedVersion, saved, merged, [.. open.Select(Conflict)]));

        EditConflict Conflict(EditField<T> field) =>
            new(field.Key, field.Label, field.Words(mark.Was, names), field.Words(merged, names), field.Words(saved, names));
    }
}
