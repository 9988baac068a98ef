using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Tests.References;

public sealed class EditMergeTests
{
    private static readonly EditNames Names = new(new Dictionary<Guid, string>());
    private static readonly CustomerEdit Was = new() { Name = "Alpenbank", City = "Munich", Employees = 5000 };

    [Fact]
    public void A_field_that_only_the_other_changed_is_taken_over()
    {
        var (merged, clash) = Settle(mine: Was with { City = "Vienna" }, saved: Was with { Employees = 5400 });
        clash.ShouldBeNull();
        merged.City.ShouldBe("Vienna");
        merged.Employees.ShouldBe(5400);
    }

    [Fact]
    public void A_field_that_both_changed_is_shown_with_both_values_and_loses_neither()
    {
        var (_, clash) = Settle(mine: Was with { City = "Vienna" }, saved: Was with { City = "Graz" });
        clash!.Conflicts.ShouldHaveSingleItem().ShouldBe(new EditConflict("City", "Headquarters", "Munich", "Vienna", "Graz"));
        clash.Mine.City.ShouldBe("Vienna");
        clash.Saved.City.ShouldBe("Graz");
    }

    [Fact]
    public void The_same_change_by_both_is_no_conflict() =>
        Settle(mine: Was with { City = "Graz" }, saved: Was with { City = "Graz" }).Clash.ShouldBeNull();

    [Fact]
    public void Choosing_theirs_takes_the_saved_value_and_keeps_the_rest()
    {
        var saved = Was with { City = "Graz" };
        var mark = new EditMark<CustomerEdit>(2, saved, new HashSet<string> { "City" });
        var (settled, clash) = EditMerge.Settle(CustomerFields.All, Was with { City = "Vienna", Employees = 6000 }, mark, saved, 2, Names);
        clash.ShouldBeNull();
        settled.City.ShouldBe("Graz");
        settled.Employees.ShouldBe(6000);
    }

    [Fact]
    public void Spaces_around_text_are_no_change() =>
        EditMerge.Changes(CustomerFields.All, Was, Was with { City = " Munich " }, Names).ShouldBeEmpty();

    [Fact]
    public void Every_property_of_an_edit_has_its_field()
    {
        Keys(CustomerFields.All).ShouldBe(Properties<CustomerEdit>("Facts", "Secrets"), ignoreOrder: true);
        Keys(ContactFields.All).ShouldBe(Properties<ContactEdit>(), ignoreOrder: true);
        Keys(ProductUseFields.All).ShouldBe(Properties<ProductUseEdit>("ProductId"), ignoreOrder: true);
        Keys(PermissionFields.All).ShouldBe(Properties<PermissionEdit>(), ignoreOrder: true);
    }

    private static (CustomerEdit Edit, EditClash<CustomerEdit>? Clash) Settle(CustomerEdit mine, CustomerEdit saved) =>
        EditMerge.Settle(CustomerFields.All, mine, new EditMark<CustomerEdit>(1, Was, new HashSet<string>()), saved, 2, Names);

    private static IEnumerable<string> Keys<T>(IEnumerable<EditField<T>> fields) => fields.Select(field => field.Key);

    private static IEnumerable<string> Properties<T>(params string[] but) =>
        typeof(T).GetProperties().Select(property => property.Name).Except([.. but, "EqualityContract"]);
}
