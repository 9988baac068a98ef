using System.Net;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests;

/// <summary>The product starts over an empty database and serves what pages need.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Front_end_packages_are_served()
    {
        using var app = new WebApp();
        (await app.Anybody().GetAsync("/lib/tabler/tabler.min.css")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
