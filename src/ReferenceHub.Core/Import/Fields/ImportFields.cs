using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Fields;

/// <summary>The fields of each kind, with the headings they go by (lower case, letters and digits only).</summary>
public static class ImportFields
{
    public const string ExternalId = "external-id", Name = "name", Industry = "industry", Country = "country", City = "city", Employees = "employees",
        Revenue = "revenue", Founded = "founded", Parent = "parent", Website = "website", Since = "customer-since", Story = "story", Owner = "owner",
        Account = "account", Product = "product", Stage = "stage", Opened = "opened", Closes = "closes", Amount = "amount", Currency = "currency";

    /// <summary>Fields of a customer.</summary>
    public static IReadOnlyList<ImportField> OfCustomers { get; } =
    [
        new(Name, "Name", FieldType.Text, Customer.NameLength, "account", "accountname", "company", "companyname", "customer", "customername", "organisation", "organization", "firma", "kunde"),
        new(ExternalId, "CRM id", FieldType.Text, Customer.ExternalIdLength, "id", "accountid", "customerid", "companyid", "crmid", "externalid", "accountnumber", "customernumber"),
        new(Industry, "Industry", FieldType.Choice, Term.NameLength, "sector", "branch", "vertical", "branche", "industrie", "segment"),
        new(Country, "Country or region", FieldType.Choice, Term.NameLength, "region", "country", "officelocation", "location", "land", "billingcountry", "headquarters", "hqcountry"),
        new(City, "City", FieldType.Text, Customer.CityLength, "town", "billingcity", "hqcity", "stadt", "ort"),
        new(Employees, "Employees", FieldType.Whole, 0, "staff", "headcount", "numberofemployees", "noofemployees", "size", "mitarbeiter"),
        new(Revenue, "Yearly revenue", FieldType.Number, 0, "annualrevenue", "turnover", "sales", "umsatz"),
        new(Founded, "Founded in", FieldType.Whole, 0, "yearestablished", "foundedyear", "yearfounded", "established", "founded", "gegruendet"),
        new(Parent, "Parent company", FieldType.Text, Customer.NameLength, "subsidiaryof", "parentaccount", "parentcompany", "parentname", "group", "muttergesellschaft"),
        new(Website, "Website", FieldType.Text, Customer.WebsiteLength, "url", "web", "homepage", "domain", "webaddress"),
        new(Since, "Customer since", FieldType.Date, 0, "since", "customerfrom", "startdate", "kundeseit"),
        new(Story, "What makes it a good reference", FieldType.LongText, Customer.StoryLength, "description", "summary", "about", "beschreibung"),
        new(Owner, "Owner", FieldType.Text, User.EmailLength, "accountowner", "accountmanager", "owneremail", "salesagent", "salesrep", "betreuer"),
    ];

    /// <summary>Fields of a deal.</summary>
    public static IReadOnlyList<ImportField> OfOpportunities { get; } =
    [
        new(ExternalId, "CRM id", FieldType.Text, Opportunity.ExternalIdLength, "id", "opportunityid", "opportunitynumber", "dealid", "oppid", "crmid", "externalid"),
        new(Name, "Name of the deal", FieldType.Text, Opportunity.NameLength, "opportunity", "opportunityname", "deal", "dealname", "title", "subject"),
        new(Account, "Account", FieldType.Text, Opportunity.NameLength, "accountname", "company", "companyname", "customer", "prospect", "client", "kunde"),
        new(Product, "Product", FieldType.Text, Opportunity.ProductLength, "productname", "solution", "item", "produkt"),
        new(Stage, "Stage or outcome", FieldType.Choice, DealStage.NameLength, "dealstage", "salesstage", "stagename", "status", "phase", "outcome"),
        new(Amount, "Amount", FieldType.Money, 0, "closevalue", "value", "dealvalue", "amount", "revenue", "expectedrevenue", "price", "betrag", "volume"),
        new(Currency, "Currency", FieldType.Text, 10, "currencycode", "isocurrency", "currencyisocode", "waehrung"),
        new(Opened, "Opened on", FieldType.Date, 0, "engagedate", "createddate", "createdate", "created", "opendate", "opened", "startdate"),
        new(Closes, "Closes or closed on", FieldType.Date, 0, "closedate", "closingdate", "expectedclose", "expectedclosedate", "closed", "abschlussdatum"),
        new(Owner, "Seller", FieldType.Text, User.EmailLength, "salesagent", "salesrep", "opportunityowner", "dealowner", "seller", "agent", "rep", "owneremail", "verkaeufer"),
        new(Industry, "Prospect's industry", FieldType.Choice, Term.NameLength, "sector", "branch", "vertical", "branche"),
        new(Country, "Prospect's country", FieldType.Choice, Term.NameLength, "region", "location", "land", "billingcountry"),
        new(Employees, "Prospect's employees", FieldType.Whole, 0, "staff", "headcount", "numberofemployees", "mitarbeiter"),
    ];

    /// <summary>Fields of a kind.</summary>
    public static IReadOnlyList<ImportField> Of(ImportKind kind) => kind == ImportKind.Customers ? OfCustomers : OfOpportunities;
}
