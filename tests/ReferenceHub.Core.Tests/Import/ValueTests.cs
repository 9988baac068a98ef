using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Import;

/// <summary>Cells as dates, numbers and words.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("3/1/2017", "M/d/yyyy", "2017-03-01")]
    [InlineData("3/1/2017", "d/M/yyyy", "2017-01-03")]
    [InlineData("2017-03-01T10:15:00Z", "yyyy-M-d", "2017-03-01")]
    [InlineData("10/25/2016 12:00:00 AM", "M/d/yyyy", "2016-10-25")]
    [InlineData("1.3.2017", "d.M.yyyy", "2017-03-01")]
    [InlineData("13/13/2017", "M/d/yyyy", null)]
    [InlineData("0001-01-01", "yyyy-M-d", null)]
    [InlineData("soon", "yyyy-M-d", null)]
    public void A_date_is_read_in_the_order_the_file_writes_it(string cell, string format, string? day) =>
        Dates.Read(cell, format)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(day);

    [Fact]
    public void The_order_of_dates_is_guessed_and_doubt_is_said()
    {
        Dates.Guess(["3/1/2017", "10/25/2016"]).ShouldBe(("M/d/yyyy", false));
        Dates.Guess(["25/10/2016", "1/3/2017"]).ShouldBe(("d/M/yyyy", false));
        Dates.Guess(["3/1/2017", "4/2/2017"]).Ambiguous.ShouldBeTrue();
        Dates.Guess(["2017-03-01"]).ShouldBe(("yyyy-M-d", false));
        Dates.Guess(["1/1/2017"]).Ambiguous.ShouldBeFalse("both readings are the same day");
    }

    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("1234.5", "1234.5")]
    [InlineData("12,50", "12.50")]
    [InlineData("0,125", "0.125")]
    [InlineData("1,234", "1234")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("1’234.50", "1234.50")]
    [InlineData("-5", "-5")]
    [InlineData("1.234", "1.234")]
    [InlineData("12,34,5", null)]
    [InlineData("1,234,56", null)]
    [InlineData("EUR 12", null)]
    [InlineData("1e5", null)]
    [InlineData("12 Mio", null)]
    [InlineData(",", null)]
    public void A_number_typed_alone_is_read_the_one_way_it_can_be_meant(string text, string? number) =>
        Figures.Typed(text)?.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(number);

    [Theory]
    [InlineData("1,234.56", false, "1234.56")]
    [InlineData("1.234,56", true, "1234.56")]
    [InlineData("$ 1,234", false, "1234")]
    [InlineData("€ 1.234", true, "1234")]
    [InlineData("1'234'567", false, "1234567")]
    [InlineData("EUR 12", false, "12")]
    [InlineData("1054", false, "1054")]
    [InlineData("1,23", false, null)]
    [InlineData("1E+05", false, null)]
    [InlineData("12 Mio", false, null)]
    [InlineData("-", false, null)]
    public void A_number_is_read_as_written_or_not_at_all(string cell, bool comma, string? number) =>
        Figures.Read(cell, comma)?.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(number);

    [Fact]
    public void Money_becomes_minor_units_exactly_or_not_at_all()
    {
        Currencies.ToMinor(1054.10m, "EUR").ShouldBe(105_410);
        Currencies.ToMinor(1054m, "JPY").ShouldBe(1054);
        Currencies.ToMinor(1.234m, "KWD").ShouldBe(1234);
        Currencies.ToMinor(1.005m, "EUR").ShouldBeNull();
        Currencies.ToMinor(0.5m, "JPY").ShouldBeNull();
        Currencies.ToMinor(decimal.MaxValue, "EUR").ShouldBeNull();
    }

    [Fact]
    public void A_misspelt_word_is_near_its_term_and_another_word_is_not()
    {
        var terms = new[] { new Term(Given.Id(), TermKind.Industry, "technology", "Technology", null, ["tech"]), new Term(Given.Id(), TermKind.Industry, "retail", "Retail") };
        TermGuess.Named(terms, "technolgy").ShouldBeNull();
        TermGuess.Nearest(terms, "technolgy")!.Key.ShouldBe("technology");
        TermGuess.Named(terms, " TECH ")!.Key.ShouldBe("technology");
        TermGuess.Nearest(terms, "Zeppelins").ShouldBeNull();
    }

    [Fact]
    public void Stages_are_told_by_our_names_then_by_what_such_words_usually_mean()
    {
        var stages = DealStage.Shipped.Select((stage, index) => new DealStage(Given.Id(), stage.Key, stage.Name, index + 1, index == 2)).ToList();
        StageGuess.For("Closed Won", stages).ShouldBe(StageGuess.Won);
        StageGuess.For("lost", stages).ShouldBe(StageGuess.Lost);
        StageGuess.For("Engaging", stages).ShouldBe("stage:discover");
        StageGuess.For("Prospecting", stages).ShouldBe("stage:qualify");
        StageGuess.For("NEGOTIATE", stages).ShouldBe("stage:negotiate");
        StageGuess.For("Xyz", stages).ShouldBeNull();
    }

    [Fact]
    public void Headings_tell_what_a_file_holds_and_which_column_is_which_field()
    {
        string[] accounts = ["account", "sector", "year_established", "revenue", "employees", "office_location", "subsidiary_of"];
        string[] deals = ["opportunity_id", "sales_agent", "product", "account", "deal_stage", "engage_date", "close_date", "close_value"];
        ColumnGuess.KindOf(accounts).ShouldBe(ImportKind.Customers);
        ColumnGuess.KindOf(deals).ShouldBe(ImportKind.Opportunities);
        ColumnGuess.ColumnsOf(accounts, ImportKind.Customers).Count.ShouldBe(accounts.Length);
        ColumnGuess.ColumnsOf(deals, ImportKind.Opportunities).Count.ShouldBe(deals.Length);
    }

    [Fact]
    public void A_heading_with_a_slip_of_the_pen_is_understood_unless_it_could_be_two()
    {
        var columns = ColumnGuess.ColumnsOf(["Name", "Industy", "Contry", "Emploees", "Cty"], ImportKind.Customers);
        columns.ShouldContainKeyAndValue(ImportFields.Industry, 1);
        columns.ShouldContainKeyAndValue(ImportFields.Country, 2);
        columns.ShouldContainKeyAndValue(ImportFields.Employees, 3);
        columns.ShouldNotContainKey(ImportFields.City, "four letters may be any word");
    }
}
