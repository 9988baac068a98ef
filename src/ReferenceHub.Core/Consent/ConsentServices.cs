using Microsoft.Extensions.DependencyInjection;

namespace ReferenceHub.Core.Consent;

/// <summary>What the room of consent offers: what is used beyond a permission, and taking consent back.</summary>
internal static class ConsentServices
{
    internal static IServiceCollection AddConsent(this IServiceCollection services) => services
        .AddScoped<ConsentGapQueries>()
        .AddScoped<WithdrawalQueries>()
        .AddScoped<ConsentWithdrawal>()
        .AddScoped<ContactDoor>()
        .AddScoped<ContactLinks>()
        .AddScoped<ContactWishes>()
        .AddScoped<ContactWithdrawals>()
        .AddScoped<ContactRecords>();
}
