using Microsoft.AspNetCore.Mvc.Razor;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>What pages are made with.</summary>
public static class UiServices
{
    /// <summary>Icons, times in the person's zone, views beside their controllers, error pages.</summary>
    public static IMvcBuilder AddReferenceHubUi(this IMvcBuilder mvc)
    {
        ArgumentNullException.ThrowIfNull(mvc);
        mvc.Services.AddSingleton<IconSet>();
        mvc.Services.AddSingleton<VerbAddresses>();
        mvc.Services.AddScoped<PersonTime>();
        mvc.Services.Configure<RazorViewEngineOptions>(options =>
        {
            options.ViewLocationExpanders.Add(new FeatureViewLocations());
        });
        mvc.AddMvcOptions(options =>
        {
            options.ModelBinderProviders.Insert(0, new DayBinding());
            options.ModelBinderProviders.Insert(0, new AmountBinding());
            options.ModelBinderProviders.Insert(0, new TextBinding());
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.Filters.Add<DomainExceptionFilter>();
            options.Filters.Add<StaleFormFilter>();
        });
        return mvc;
    }

    /// <summary>Failures and refusals answer with a page that says what to do.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", StatusCodeSelector = Failures.StatusOf });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed, HasStarted: false } response && HttpMethods.IsGet(context.Request.Method)
                && context.GetEndpoint() is not RouteEndpoint && context.RequestServices.GetRequiredService<VerbAddresses>().PageAbove(context.Request.Path) is { } page)
            {
                response.Redirect(page);
            }
        });
    }
}
