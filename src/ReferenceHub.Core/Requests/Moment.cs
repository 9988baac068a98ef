using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Who does something to a request, when (UTC), and by which working hours its clock runs.</summary>
public sealed record Moment(Viewer By, DateTime Now, BusinessTime Time, IIds Ids)
{
    /// <summary>What the link is for behind which it is done; null for whoever signed in.</summary>
    public LinkPurpose? Behind { get; init; }
}
