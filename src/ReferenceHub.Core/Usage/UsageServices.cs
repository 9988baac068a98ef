using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>What limits and time offer.</summary>
public static class UsageServices
{
    /// <summary>Registers calendars, activity types, policies, ledger and reservations.</summary>
    public static IServiceCollection AddUsage(this IServiceCollection services)
    {
        services.AddScoped<CalendarQueries>();
        services.AddSingleton<ActivityTypeCache>();
        services.AddScoped<ActivityTypeQueries>();
        services.AddSingleton<UsageOverlay>();
        services.AddScoped<UsageQueries>();
        services.AddScoped<UsagePanelQueries>();
        services.AddScoped<ReservationService>();
        services.AddScoped<PolicyService>();
        services.AddScoped<EditionService>();
        services.AddScoped<PolicyQueries>();
        services.AddScoped<OwnLimitQueries>();
        services.AddScoped<PolicyChoices>();
        services.AddScoped<ActivityTypeService>();
        services.AddScoped<ShippedTextsFill>();
        services.AddScoped<CalendarService>();
        services.AddScoped<LedgerQueries>();
        services.AddScoped<LedgerService>();
        services.AddScoped<CorrectionQueries>();
        services.AddScoped<OverrideQueries>();
        services.AddScoped<LogUseQueries>();
        services.AddScoped<GivenService>();
        services.AddScoped<GivenQueries>();
        services.AddScoped<Roster>();
        services.AddScoped<UsageSeed>();
        services.AddScoped<FirstEdition>();
        services.AddScoped<EditionStarts>();
        return services;
    }
}
