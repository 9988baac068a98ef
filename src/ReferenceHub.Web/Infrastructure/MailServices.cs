using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>How mail leaves, from the sections "Mail" and "Site".</summary>
public static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings();
        services.AddSingleton(settings);
        services.AddSingleton(new SiteAddress(new Uri(configuration["Site:Address"] is { Length: > 0 } address ? address : "http://localhost:5080")));
        return string.IsNullOrWhiteSpace(settings.Host) && !string.IsNullOrWhiteSpace(settings.Folder)
            ? services.AddSingleton<IMailSender, FolderMailSender>()
            : services.AddSingleton<IMailSender, SmtpMailSender>();
    }
}
