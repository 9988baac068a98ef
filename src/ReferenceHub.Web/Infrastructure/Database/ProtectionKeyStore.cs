using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Web.Infrastructure.Database;

/// <summary>Keeps the keys of data protection in the database, so that every node reads every node's cookies.</summary>
public sealed class ProtectionKeyStore(IServiceScopeFactory scopes) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        return [.. db.ProtectionKeys.AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        db.ProtectionKeys.Add(new ProtectionKey(scope.ServiceProvider.GetRequiredService<IIds>().Next(), friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }

    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;
}
