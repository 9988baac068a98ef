namespace ReferenceHub.Web.Features.Links;

/// <summary>What the pages behind links need.</summary>
public static class LinkServices
{
    public static IServiceCollection AddLinkPages(this IServiceCollection services) => services
        .AddScoped<LinkPages>()
        .AddScoped<Contacts.ContactRoom>();
}
