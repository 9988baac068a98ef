using ReferenceHub.Core.History;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What differs between two states of a customer's record, for the preview and the history.</summary>
internal static class CustomerChanges
{
    public static IReadOnlyList<FieldChange> Between(CustomerEdit before, ReferenceStatus was, CustomerEdit after, ReferenceStatus becomes, EditNames names)
    {
        var changes = EditMerge.Changes(CustomerFields.All, before, after, names);
        return was == becomes ? changes : [.. changes, new FieldChange("Status", was.InWords(), becomes.InWords())];
    }
}
