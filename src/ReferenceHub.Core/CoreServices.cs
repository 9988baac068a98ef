using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Export;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Metrics;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Projects;
using ReferenceHub.Core.Recruiting;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Today;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core;

/// <summary>What Core offers, room by room.</summary>
public static class CoreServices
{
    /// <summary>Registers every service of Core; the host adds the context and a clock.</summary>
    public static IServiceCollection AddReferenceHubCore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IIds, TimeOrderedIds>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<ChangeHub>();
        services.AddSingleton<ContextServices>();
        services.AddScoped<ChangeFeed>();
        services.TryAddSingleton(new FileStoreSettings(null));
        services.AddScoped<FileStore>();
        services.AddScoped<FileSweep>();

        services.AddScoped<HistoryLog>();

        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton<DummyPassword>();
        services.AddSingleton<SessionCache>();
        services.AddSingleton<OrganisationCache>();
        services.AddScoped<PeopleQueries>();
        services.AddScoped<StandIns>();
        services.AddScoped<SavedViews>();
        services.AddScoped<SignInThrottle>();
        services.AddScoped<SignInService>();
        services.AddScoped<Passwords>();
        services.AddScoped<Profiles>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<SignInHousekeeping>();

        services.AddScoped<SignedLinks>();
        services.AddScoped<OutboxSender>();
        services.AddScoped<MessageSweep>();
        services.AddScoped<Letters>();
        services.AddScoped<Notices>();
        services.AddScoped<NoticeMails>();
        services.AddScoped<InboxSweep>();
        services.AddScoped<FollowUpReminders>();
        services.AddScoped<NoticeStops>();
        services.AddScoped<NoticeSettings>();
        services.AddScoped<Inbox>();
        services.AddScoped<TaxonomySeed>();
        services.AddScoped<StartingData>();
        services.AddScoped<Data.Demo.DemoProgram>();

        services.AddScoped<DealStageSeed>();
        services.AddScoped<DealStages>();
        services.AddScoped<OpportunityQueries>();
        services.AddScoped<OpportunityFinder>();
        services.AddScoped<DealDuplicateQueries>();
        services.AddScoped<DealStageService>();
        services.AddScoped<StageNames>();
        services.AddScoped<OpportunityService>();
        services.AddScoped<DealHistoryQueries>();
        services.AddScoped<TermChoices>();
        services.AddReferences();
        services.AddContent();

        services.AddSingleton<ImportProgress>();
        services.AddScoped<ImportService>();
        services.AddScoped<ImportUndo>();
        services.AddScoped<ImportQueries>();
        services.AddUsage();
        services.AddMatching();
        services.AddProcesses();
        services.AddRequests();
        services.AddProjects();
        services.AddConsent();
        services.AddRecruiting();
        services.AddProgramMetrics();
        services.AddExports();
        services.AddAdministration();
        services.AddToday();
        return services;
    }
}
