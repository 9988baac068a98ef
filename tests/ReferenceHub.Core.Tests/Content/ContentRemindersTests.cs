using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Testing.Scenes;
using ReferenceHub.Testing.Mail;

namespace ReferenceHub.Core.Tests.Content;

public sealed class ContentRemindersTests
{
    [Fact]
    public async Task Owners_are_told_once_for_each_date_in_one_mail()
    {
        var scene = await ContentScene.MakeAsync();
        using var database = scene.Database;
        var customer = await scene.CustomerAsync();
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "To review", OwnerId = scene.Marketing.Id, NextReviewOn = scene.Today });
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Ends soon", OwnerId = scene.Marketing.Id, ExpiresOn = scene.Today.AddDays(30), NextReviewOn = scene.Today.AddDays(3) });
        await scene.PublishedAsync(customer.Id, edit => edit with { Title = "Ends later", OwnerId = scene.Marketing.Id, ExpiresOn = scene.Today.AddDays(31) });
        await scene.DraftAsync(customer.Id, edit => edit with { Title = "Draft", OwnerId = scene.Marketing.Id, NextReviewOn = scene.Today });

        var mail = (await RunAsync(scene)).ShouldHaveSingleItem();
        mail.Address.ShouldBe(scene.Marketing.Email);
        mail.Body.ShouldContain("To review");
        mail.Body.ShouldContain("Ends soon");
        mail.Body.ShouldNotContain("Ends later");
        mail.Body.ShouldNotContain("Draft");
        mail.Body.ShouldContain("/content?view=expiring");
        (await RunAsync(scene)).Count.ShouldBe(1, "nothing is said twice");

        database.Clock.Advance(TimeSpan.FromDays(3));
        var later = (await RunAsync(scene)).MaxBy(message => message.CreatedAt)!;
        later.Body.ShouldContain("Ends later");
        later.Body.ShouldContain("Ends soon", Case.Sensitive, "its review has come, too");
        (await RunAsync(scene)).Count.ShouldBe(2);
    }

    private static async Task<List<Told>> RunAsync(ContentScene scene)
    {
        await scene.Database.Do<ContentReminders>(work => work.RunAsync(default));
        return await scene.Database.ToldAsync();
    }
}
