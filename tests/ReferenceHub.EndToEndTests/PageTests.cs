using Microsoft.Playwright;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;

namespace ReferenceHub.EndToEndTests;

/// <summary>Every kind of page, light, dark and narrow: no barrier, no error, no sideways scrolling.</summary>
[Collection(WithRealApp.Name)]
public sealed class PageTests(RealApp app)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "", "/account/login" },
        { "rep", "/" },
        { "manager", "/" },
        { "executive", "/" },
        { "rep", "/references" },
        { "rep", "/references?q=bank&product=atlas" },
        { "rep", "/references?industry=banking&prefer=platform:azure&not=region:de&q=quux" },
        { "manager", "/references/unmet" },
        { "rep", "/references/unmet/new?query=industry%3Dbanking" },
        { "rep", "/palette?q=bank" },
        { "rep", "/references/first" },
        { "manager", "/references/first" },
        { "manager", "/references/first/edit" },
        { "manager", "/references/new" },
        { "manager", "/references/reveals" },
        { "manager", "/opportunities/duplicates" },
        { "manager", "/admin/stages" },
        { "manager", "/usage/uses/new" },
        { "manager", "/references/import" },
        { "manager", "/references/permissions" },
        { "manager", "/references/permissions?tab=ending" },
        { "manager", "/references/first?tab=permissions" },
        { "manager", "/references/first/permissions/story" },
        { "manager", "/references/first/withdrawal" },
        { "manager", "/references/nominations" },
        { "manager", "/references/nominations?tab=leads" },
        { "rep", "/references/nominations/new" },
        { "manager", "/references/verification" },
        { "owner", "/references/verification" },
        { "manager", "/references/owners" },
        { "manager", "/references/proposals" },
        { "manager", "/references/duplicates" },
        { "manager", "/references/archive" },
        { "manager", "/references/first/merge" },
        { "manager", "/references/first/archiving" },
        { "rep", "/references/first/proposals/new" },
        { "rep", "/requests" },
        { "rep", "/requests/new" },
        { "rep", "/requests/first" },
        { "manager", "/requests/queue" },
        { "manager", "/requests/queue/workload" },
        { "manager", "/opportunities" },
        { "manager", "/opportunities/first" },
        { "rep", "/processes" },
        { "rep", "/processes/first" },
        { "manager", "/processes/first" },
        { "manager", "/processes/new" },
        { "manager", "/processes/import" },
        { "manager", "/usage" },
        { "manager", "/usage?view=rest" },
        { "manager", "/usage?view=idle&sort=name" },
        { "manager", "/usage/policies" },
        { "manager", "/usage/given" },
        { "manager", "/usage/policies/new" },
        { "manager", "/usage/policies/first" },
        { "manager", "/usage/comparison" },
        { "manager", "/usage/overrides?from=2020-01-01" },
        { "manager", "/usage/first" },
        { "manager", "/metrics" },
        { "executive", "/metrics" },
        { "manager", "/admin/matching" },
        { "manager", "/admin/activity-types" },
        { "manager", "/admin/activity-types/new" },
        { "manager", "/admin/activity-types/sales-call" },
        { "manager", "/admin/calendars" },
        { "manager", "/admin/taxonomies" },
        { "manager", "/views" },
        { "manager", "/references/compare" },
        { "manager", "/references/bulk?filter=view%3Dall" },
        { "rep", "/references/first/print" },
        { "manager", "/admin/messages" },
        { "manager", "/admin/messages/customer-asked?language=de" },
        { "manager", "/admin/messages/outbox" },
        { "owner", "/account/inbox" },
        { "manager", "/account/notifications" },
        { "admin", "/admin/users" },
        { "admin", "/admin/organisation" },
        { "rep", "/content" },
        { "marketing", "/content?view=unused" },
        { "marketing", "/content/first" },
        { "marketing", "/content/first/edit" },
        { "marketing", "/content/new" },
        { "marketing", "/content/shares?all=true" },
        { "marketing", "/content/shares?all=true/first" },
        { "rep", "/account/profile" },
        { "rep", "/account/absence" },
        { "manager", "/account/absence" },
        { "manager", "/today" },
        { "owner", "/today" },
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_barriers_and_no_errors_and_fits_a_phone(string person, string path)
    {
        await using var desk = await Desks.AtAsync(app, person, path);
        await desk.ShouldSuitEverybodyAsync($"{path} as {person}");
    }
}
