using ReferenceHub.Core.References;
using Shouldly;
using Xunit;

namespace ReferenceHub.Core.Tests.References;

public sealed class WebDomainTests
{
    [Theory]
    [InlineData("https://www.Alpenbank.example/de", "alpenbank.example")]
    [InlineData("alpenbank.example", "alpenbank.example")]
    [InlineData("http://shop.alpenbank.example:8080/?q=1", "shop.alpenbank.example")]
    [InlineData("https://www.müller.example", "xn--mller-kva.example")]
    [InlineData("https://10.0.0.1/", null)]
    [InlineData("https://localhost", null)]
    [InlineData("not an address", null)]
    [InlineData("  ", null)]
    public void A_company_is_known_by_the_host_of_its_website(string address, string? domain) => WebDomain.Of(address).ShouldBe(domain);
}
