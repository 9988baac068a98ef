using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Routes;

/// <summary>Rows that the routes of the table name, and the route values that lead to them.</summary>
internal static class OneOfEverything
{
    public static async Task AddAsync(WebApp app, Dictionary<string, string> values)
    {
        var owner = Given.User(Roles.Rep);
        var customer = Given.Customer(ownerId: owner.Id);
        var deal = Given.Opportunity(owner.Id);
        await app.AddAsync(owner, customer, deal);
        values["references.id"] = customer.Id.ToString();
        values["contactId"] = customer.Contacts[0].Id.ToString();
        values["opportunities.id"] = deal.Id.ToString();
        values["users.id"] = values["userId"] = owner.Id.ToString();
        values["customerId"] = customer.Id.ToString();
        values["useId"] = Given.Id().ToString();
        values["policyId"] = (await app.DataAsync(db => db.UsagePolicies.Select(policy => policy.Id).FirstAsync())).ToString();
        values["calendarId"] = (await app.DataAsync(db => db.BusinessCalendars.Select(calendar => calendar.Id).FirstAsync())).ToString();
        values["admin.key"] = "press";
        values["theme"] = "dark";
        values["status"] = "404";
        values["code"] = "404";
    }
}
