using Microsoft.Extensions.DependencyInjection;

namespace ReferenceHub.Core.References;

/// <summary>What this room offers.</summary>
public static class ReferencesServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddReferences(this IServiceCollection services)
    {
        services.AddScoped<CustomerService>();
        services.AddScoped<CustomerStatusService>();
        services.AddScoped<VerificationQueries>();
        services.AddScoped<VerificationService>();
        services.AddScoped<VerificationReminders>();
        services.AddScoped<ProposalMails>();
        services.AddScoped<ProposalService>();
        services.AddScoped<ProposalQueries>();
        services.AddScoped<DuplicateQueries>();
        services.AddScoped<OwnerMails>();
        services.AddScoped<OwnerQueries>();
        services.AddScoped<OwnerChange>();
        services.AddScoped<ContactService>();
        services.AddScoped<ContactReveals>();
        services.AddScoped<ProductUseService>();
        services.AddScoped<PermissionService>();
        services.AddScoped<EvidenceFiles>();
        services.AddScoped<PermissionReminders>();
        services.AddScoped<EndingPermissions>();
        services.AddScoped<LikelySameQueries>();
        services.AddScoped<NominationMails>();
        services.AddScoped<NominationService>();
        services.AddScoped<NominationQueries>();
        services.AddScoped<ReferenceProfileQueries>();
        services.AddScoped<CustomerHistoryQueries>();
        services.AddScoped<ReferenceFormQueries>();
        services.AddScoped<TermQueries>();
        services.AddScoped<WebDomainFill>();
        services.AddScoped<TermService>();
        services.AddScoped<BulkEditor>();
        return services;
    }
}
