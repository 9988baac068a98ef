using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Account;

/// <summary>The people of the demo program, named on the sign-in page in Development while they exist.</summary>
public sealed class DemoPeople(IHostEnvironment environment, PeopleQueries people)
{
    /// <summary>Password of all of them.</summary>
    public const string Password = "Demo-Pass-2026";

    private static readonly string[] Addresses =
        [.. new[] { "rep", "rep2", "manager", "owner", "marketing", "executive", "admin" }.Select(name => name + "@referencehub.example")];

    /// <summary>E-mail and name; empty elsewhere.</summary>
    public async Task<IReadOnlyList<PersonLine>> ListAsync(CancellationToken ct) =>
        environment.IsDevelopment() ? await people.OfAddressesAsync(Addresses, ct) : [];
}
