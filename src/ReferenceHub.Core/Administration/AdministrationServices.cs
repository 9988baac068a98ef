using Microsoft.Extensions.DependencyInjection;

namespace ReferenceHub.Core.Administration;

internal static class AdministrationServices
{
    public static void AddAdministration(this IServiceCollection services)
    {
        services.AddScoped<AccountMails>();
        services.AddScoped<MessageTexts>();
        services.AddScoped<LastAdministrator>();
        services.AddScoped<PeopleAdministration>();
        services.AddScoped<PasswordLinks>();
        services.AddScoped<UserQueries>();
        services.AddScoped<StandInNotices>();
        services.AddScoped<Absences>();
        services.AddScoped<Handover>();
        services.AddScoped<ContentHandover>();
        services.AddScoped<TeamAdministration>();
        services.AddScoped<CustomerArchive>();
        services.AddScoped<ArchiveQueries>();
        services.AddScoped<ContactDeparture>();
        services.AddScoped<MergeQueries>();
        services.AddScoped<CustomerMerge>();
        services.AddScoped<OrganisationAdministration>();
        services.AddScoped<ActivitySwitches>();
        services.AddScoped<FirstRunChecklist>();
        services.AddScoped<MessageAdministration>();
        services.AddScoped<TaxonomyQueries>();
        services.AddScoped<TermMerging>();
        services.AddScoped<TermRemoval>();
    }
}
