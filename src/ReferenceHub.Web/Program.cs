using System.Globalization;
using ReferenceHub.Core;
using ReferenceHub.Web.Features.Content;
using ReferenceHub.Web.Features.Import;
using ReferenceHub.Web.Features.Links;
using ReferenceHub.Web.Features.Palette;
using ReferenceHub.Web.Features.References;
using ReferenceHub.Web.Features.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Infrastructure.Database;
using ReferenceHub.Web.Infrastructure.Jobs;
using ReferenceHub.Web.Security;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");

var builder = WebApplication.CreateBuilder(args);
builder.UseProductLog();
builder.Services.AddSingleton(OffsetClock.Of(builder.Configuration, builder.Environment));
builder.Services.AddReferenceHubCore();
builder.Services.AddReferenceHubDatabase(builder.Configuration, builder.Environment);
builder.Services.AddProductSecurity(builder.Configuration);
builder.Services.AddMail(builder.Configuration);
builder.Services.AddFiles(builder.Configuration);
builder.Services.AddJobs(builder.Configuration, builder.Environment);
builder.Services.AddHostedService<ChangePoller>();
builder.Services.AddDealPages();
builder.Services.AddRequestPages();
builder.Services.AddScoped<SearchDemands>();
builder.Services.AddContentPages();
builder.Services.AddLinkPages();
builder.Services.AddPalette();
builder.Services.AddHealth();
builder.Services.AddControllersWithViews().AddReferenceHubUi().AddValidation();

var app = builder.Build();
app.UseOuterSecurity();
app.UseRequestLog();
app.UseErrorPages();
app.UseRouting();
app.UseRouteNote();
app.UseInnerSecurity();
app.MapStaticAssets().AllowAnonymous();
app.MapHealth();
app.MapControllers();

await app.Services.GetRequiredService<DatabaseStart>().MigrateAsync(app.Lifetime.ApplicationStopping);
await app.Services.GetRequiredService<DemoStart>().FillAsync(app.Lifetime.ApplicationStopping);
await app.Services.GetRequiredService<SetupGate>().AnnounceAsync(app.Lifetime.ApplicationStopping);
app.Run();
