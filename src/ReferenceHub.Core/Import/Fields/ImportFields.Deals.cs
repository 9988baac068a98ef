using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Fields;

public static partial class ImportFields
{
    /// <summary>Fields of a deal.</summary>
    public static IReadOnlyList<ImportField> OfOpportunities { get; } =
    [
        new(ExternalId, "CRM id", FieldType.Text, Opportunity.ExternalIdLength, "id", "opportunityid", "opportunitynumber", "dealid", "oppid", "crmid", "externalid"),
        new(Name, "Name of the deal", FieldType.Text, Opportunity.NameLength, "opportunity", "opportunityname", "deal", "dealname", "title", "subject"),
        new(Account, "Account", FieldType.Text, Opportunity.NameLength, "accountname", "company", "companyname", "customer", "prospect", "client", "kunde"),
        new(Product, "Product", FieldType.Choice, Opportunity.ProductLength, "productname", "solution", "item", "produkt"),
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

    /// <summary>Fields of one of our products.</summary>
    public static IReadOnlyList<ImportField> OfProducts { get; } =
    [
        new(Product, "Product", FieldType.Text, Term.NameLength, "name", "productname", "title", "produkt"),
        new(Aliases, "Other names", FieldType.Text, 1000, "aliases", "alias", "othername", "synonyms"),
    ];
}
