using ReferenceHub.Core;
using ReferenceHub.Web.Infrastructure.Database;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddReferenceHubCore();
builder.Services.AddReferenceHubDatabase(builder.Configuration, builder.Environment);
builder.Services.AddControllersWithViews();

var app = builder.Build();
await app.Services.GetRequiredService<DatabaseStart>().MigrateAsync(app.Lifetime.ApplicationStopping);
app.MapStaticAssets();
app.MapControllers();
app.Run();

public sealed partial class Program;
