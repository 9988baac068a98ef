namespace ReferenceHub.Core.References;

/// <summary>Which proposals are meant.</summary>
public static class ProposalFilters
{
    /// <summary>Open proposals that name a term. The fields are kept as text; a key stands in it as it is written, and in nothing else.</summary>
    public static IQueryable<ChangeProposal> OpenNaming(this IQueryable<ChangeProposal> proposals, Guid termId)
    {
        var key = termId.ToString();
        return proposals.Where(proposal => proposal.State == ProposalState.Open && ((string)(object)proposal.Fields).Contains(key));
    }
}
