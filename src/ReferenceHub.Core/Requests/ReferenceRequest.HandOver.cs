namespace ReferenceHub.Core.Requests;

public sealed partial class ReferenceRequest
{
    /// <summary>Somebody else asks from now on, since the requester leaves.</summary>
    public void HandRequesterTo(Moment moment, Guid userId, string name)
    {
        RequesterId = userId;
        Record(moment, RequestEventKind.RequesterChanged, note: name);
    }

    /// <summary>Prefers the record that a preferred one became part of.</summary>
    public void PreferInstead(Guid mergedId, Guid survivorId) => Preferred = [.. Preferred.Select(id => id == mergedId ? survivorId : id).Distinct()];

    /// <summary>Its deal was a duplicate of another: that is the one it serves.</summary>
    public void MoveToDeal(Moment moment, Guid opportunityId, string name)
    {
        OpportunityId = opportunityId;
        Record(moment, RequestEventKind.DealMerged, note: name);
    }

    /// <summary>Somebody else runs it from now on, since the one who did leaves.</summary>
    public void HandAssigneeTo(Moment moment, Guid userId, string name)
    {
        AssigneeId = userId;
        Record(moment, RequestEventKind.Assigned, note: name);
    }
}
