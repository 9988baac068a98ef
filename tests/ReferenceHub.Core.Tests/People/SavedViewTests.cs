using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.People;

public sealed class SavedViewTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly User rep = Given.User();
    private readonly User other = Given.User();
    private readonly User manager = Given.User(Roles.ProgramManager);

    [Theory]
    [InlineData("?industry=banking&page=3&q=", "industry=banking")]
    [InlineData("view=at-risk&selected=1042&after=7", "view=at-risk")]
    [InlineData("q=b%C3%A4nke+in+wien", "q=b%C3%A4nke+in+wien")]
    [InlineData("q=bänke<script>\r\nSet-Cookie: a=b", "q=b%C3%A4nke%3Cscript%3E%0D%0ASet-Cookie:%20a=b")]
    public void A_view_keeps_the_filter_and_nothing_else(string query, string kept) => SavedViews.Clean(query).ShouldBe(kept);

    [Fact]
    public async Task A_view_is_its_owners_until_it_is_shared()
    {
        await PeopleAsync();
        await SaveAsync(rep, "Banks");
        await SaveAsync(manager, "Free now", shared: true);

        (await NamesAsync(rep)).ShouldBe(["Banks", "Free now"]);
        (await NamesAsync(other)).ShouldBe(["Free now"]);
    }

    [Fact]
    public async Task Only_the_program_and_marketing_share()
    {
        await PeopleAsync();
        (await SaveAsync(rep, "Banks", shared: true)).Field.ShouldBe("Shared");
        (await SaveAsync(manager, "Banks", shared: true)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_name_stands_once_for_each_person()
    {
        await PeopleAsync();
        await SaveAsync(rep, "Banks");
        (await SaveAsync(rep, " BANKS ")).Field.ShouldBe("Name");
        (await SaveAsync(other, "Banks")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task One_view_of_a_list_opens_from_the_menu()
    {
        await PeopleAsync();
        await SaveAsync(rep, "Banks", isDefault: true);
        await SaveAsync(rep, "Insurers", isDefault: true);
        (await database.Read(db => db.SavedViews.Where(view => view.IsDefault).Select(view => view.Name).ToListAsync())).ShouldBe(["Insurers"]);
    }

    [Fact]
    public async Task Nobody_changes_anothers_view_and_the_program_clears_shared_ones_away()
    {
        await PeopleAsync();
        await SaveAsync(manager, "Free now", shared: true);
        await SaveAsync(rep, "Banks");
        var shared = await database.Read(db => db.SavedViews.SingleAsync(view => view.Shared));
        var own = await database.Read(db => db.SavedViews.SingleAsync(view => !view.Shared));

        await Should.ThrowAsync<MissingException>(() => database.Ask<SavedViews, Outcome>(views => views.ChangeAsync(shared.Id, shared.Version, new ViewWish("Mine", false, false), rep.AsViewer(), default)));
        await Should.ThrowAsync<MissingException>(() => database.Do<SavedViews>(views => views.DeleteAsync(shared.Id, rep.AsViewer(), default)));
        await Should.ThrowAsync<MissingException>(() => database.Do<SavedViews>(views => views.DeleteAsync(own.Id, manager.AsViewer(), default)));
        await database.Do<SavedViews>(views => views.DeleteAsync(shared.Id, Given.Viewer(Roles.Marketing), default));
        (await NamesAsync(rep)).ShouldBe(["Banks"]);
    }

    [Fact]
    public async Task Only_lists_are_saved()
    {
        await PeopleAsync();
        await Should.ThrowAsync<MissingException>(() => database.Ask<SavedViews, Outcome<string>>(views => views.SaveAsync("/admin/users", "", new ViewWish("Users", false, false), rep.AsViewer(), default)));
    }

    public void Dispose() => database.Dispose();

    private Task PeopleAsync() => database.Add(rep, other, manager);

    private Task<Outcome<string>> SaveAsync(User by, string name, bool shared = false, bool isDefault = false) =>
        database.Ask<SavedViews, Outcome<string>>(views => views.SaveAsync("/references", "industry=banking", new ViewWish(name, shared, isDefault), by.AsViewer(), default));

    private async Task<IEnumerable<string>> NamesAsync(User viewer) =>
        (await database.Ask<SavedViews, IReadOnlyList<SavedViewLine>>(views => views.ListAsync("/references", viewer.AsViewer(), default))).Select(view => view.Name);
}
