namespace ReferenceHub.Core.Requests;

/// <summary>A customer that was considered already, for this request or for another one of its deal.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Number">The request.</param>
/// <param name="Requester">Who asked.</param>
/// <param name="State">Where that candidate stands.</param>
/// <param name="At">When it was considered (UTC).</param>
/// <param name="Here">Whether it is a candidate of this very request.</param>
public sealed record AskedMark(Guid CustomerId, int Number, string Requester, CandidateState State, DateTime At, bool Here);
