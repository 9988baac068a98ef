using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Fields;

public static partial class ImportFields
{
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
        new(Status, "Reference status", FieldType.Choice, 40, "status", "referencestatus", "reference", "referenceable"),
        new(PausedUntil, "Paused until", FieldType.Date, 0, "pauseduntil", "pause"),
        new(Tier, "Tier", FieldType.Choice, 40, "confidentiality"),
        new(RfpListed, "Listed for RFPs", FieldType.YesNo, 0, "rfp", "rfplist", "rfplisted"),
        new(Platforms, "Platforms", FieldType.Choices, 1000, "platform", "cloud", "environment"),
        new(Deployments, "Deployment", FieldType.Choices, 1000, "deployments", "hosting"),
        new(Languages, "Languages", FieldType.Choices, 1000, "language", "sprachen", "sprache"),
        new(UseCases, "Use cases", FieldType.Choices, 1000, "usecase", "solution", "solutions"),
        new(Integrations, "Integrations", FieldType.Choices, 1000, "integration", "connectedsystems"),
        new(Health, "Health", FieldType.Whole, 0, "healthscore", "customerhealth"),
        new(Nps, "NPS", FieldType.Whole, 0, "npsscore", "netpromoterscore"),
        new(Renewal, "Renewal on", FieldType.Date, 0, "renewal", "renewaldate", "nextrenewal", "contractend"),
        new(Escalations, "Open escalations", FieldType.Whole, 0, "escalations", "opentickets"),
        new(Notes, "Notes", FieldType.LongText, Customer.StoryLength, "note", "comment", "comments", "remarks", "bemerkung"),
    ];
}
