using Quartz;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Projects;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Features.Usage.WhatIf;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Web.Infrastructure.Jobs;

/// <summary>Background work: what runs beside the requests, and what runs how often. The latter in memory on SQLite; on a server database clustered, so that one node of all runs each job.</summary>
public static class Jobs
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton<SideRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<SideRunner>());
        if (!configuration.GetValue("Jobs:Enabled", true))
        {
            return services;
        }

        var settings = DatabaseSettings.Read(configuration, environment.ContentRootPath);
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(2);
            UseStore(quartz, settings);
            quartz.Every<OutboxSender>(TimeSpan.FromSeconds(5));
            quartz.Every<NoticeMails>(TimeSpan.FromMinutes(1));
            quartz.Every<RequestExpiry>(TimeSpan.FromMinutes(5));
            quartz.Every<ReplyWindows>(TimeSpan.FromMinutes(1));
            quartz.Every<EditionStarts>(TimeSpan.FromMinutes(1));
            quartz.Every<ReplyTimes>(TimeSpan.FromMinutes(2));
            quartz.Every<LostReplays>(TimeSpan.FromSeconds(30));
            quartz.Every<PromiseWatch>(TimeSpan.FromMinutes(2));
            quartz.Every<StepReminders>(TimeSpan.FromMinutes(5));
            quartz.Every<ProjectUpkeep>(TimeSpan.FromMinutes(30));
            quartz.Every<UseReminders>(TimeSpan.FromMinutes(5));
            quartz.Every<VerificationReminders>(TimeSpan.FromHours(1));
            quartz.Every<ContentReminders>(TimeSpan.FromHours(1));
            quartz.Every<SignInHousekeeping>(TimeSpan.FromHours(1));
            quartz.Every<FollowUpReminders>(TimeSpan.FromHours(1));
            quartz.Every<PermissionReminders>(TimeSpan.FromHours(1));
            quartz.Every<FreeAlertWork>(TimeSpan.FromMinutes(5));
            quartz.Every<MessageSweep>(TimeSpan.FromHours(6));
            quartz.Every<FileSweep>(TimeSpan.FromHours(6));
            quartz.Every<InboxSweep>(TimeSpan.FromHours(12));
            quartz.Every<NightlyComparison>(TimeSpan.FromMinutes(30));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    /// <summary>Runs a piece of Core's regular work again and again.</summary>
    public static void Every<TWork>(this IQuartzBuilder quartz, TimeSpan pause)
        where TWork : IRegularWork
    {
        quartz.ScheduleJob<WorkJob<TWork>>(
            trigger => trigger.WithIdentity(typeof(TWork).Name).WithSimpleSchedule(pause),
            job => job.WithIdentity(typeof(TWork).Name));
    }

    private static void UseStore(IQuartzBuilder quartz, DatabaseSettings settings)
    {
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            quartz.UseInMemoryStore();
            return;
        }

        quartz.UsePersistentStore(store =>
        {
            if (settings.Provider == DatabaseProvider.PostgreSql)
            {
                store.UsePostgres(settings.ConnectionString);
            }
            else
            {
                store.UseSqlServer(settings.ConnectionString);
            }

            store.UseSystemTextJsonSerializer();
            store.ProvisionSchema();
            store.UseClustering();
        });
    }
}
