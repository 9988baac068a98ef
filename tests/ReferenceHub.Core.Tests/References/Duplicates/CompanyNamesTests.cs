using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Tests.References.Duplicates;

/// <summary>When two names may mean one company.</summary>
public sealed class CompanyNamesTests
{
    [Theory]
    [InlineData("Alpenbank AG", "ALPENBANK")]
    [InlineData("Müller & Söhne GmbH & Co. KG", "MULLER SOHNE")]
    [InlineData("The Harbour Company Ltd.", "HARBOUR")]
    [InlineData("A.B.C. S.p.A.", "ABC")]
    [InlineData("AG", "AG")]
    [InlineData("  ", "")]
    public void Legal_form_and_punctuation_do_not_count(string name, string bare) => CompanyNames.Bare(name).ShouldBe(bare);

    [Theory]
    [InlineData("Alpenbank AG", "Alpen Bank")]
    [InlineData("Alpenbank AG", "Alpnebank")]
    [InlineData("Rheinische Versicherung AG", "Rheinische Versicherungs")]
    [InlineData("Northwind", "Northwind Traders Inc")]
    public void Near_names_are_offered(string one, string other) => CompanyNames.AreNear(CompanyNames.Bare(one), CompanyNames.Bare(other)).ShouldBeTrue();

    [Theory]
    [InlineData("Alpenbank AG", "Donaubank AG")]
    [InlineData("ABB", "ABC")]
    [InlineData("Nord", "Nordholm Bank")]
    [InlineData("", "Alpenbank")]
    public void Different_names_are_not(string one, string other) => CompanyNames.AreNear(CompanyNames.Bare(one), CompanyNames.Bare(other)).ShouldBeFalse();
}
