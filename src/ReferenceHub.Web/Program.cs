using ReferenceHub.Core;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Infrastructure.Database;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddReferenceHubCore();
builder.Services.AddReferenceHubDatabase(builder.Configuration, builder.Environment);
builder.Services.AddControllersWithViews().AddReferenceHubUi();

var app = builder.Build();
await app.Services.GetRequiredService<DatabaseStart>().MigrateAsync(app.Lifetime.ApplicationStopping);
app.UseErrorPages();
app.MapStaticAssets();
app.MapControllers();
app.Run();

public sealed partial class Program;
