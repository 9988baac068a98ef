using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.References.Consent;

/// <summary>Signed forms behind permissions: what is taken in, and who gets it.</summary>
public sealed class EvidenceFilesTests : IDisposable
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\nendobj\n%%EOF");
    private readonly TestDatabase database = TestDatabase.Create();

    [Fact]
    public async Task A_signed_form_stands_behind_a_yes()
    {
        var customer = await CustomerAsync();
        (await RecordAsync(customer.Id, Pdf, "Consent Alpenbank.pdf")).IsDone.ShouldBeTrue();

        var (file, content) = await OpenAsync(customer.Id, Given.Viewer(Roles.Marketing));
        file.Name.ShouldBe("Consent Alpenbank.pdf");
        file.ContentType.ShouldBe("application/pdf");
        content.ShouldBe(Pdf);
        var line = await database.Read(db => db.HistoryEvents.SingleAsync(line => line.Verb == "permission-recorded"));
        line.Changes.ShouldContain(change => change.Field == "Evidence file" && change.After == "Consent Alpenbank.pdf" && change.Secret);
    }

    [Fact]
    public async Task A_new_file_takes_the_place_of_the_one_before_and_an_edit_without_one_leaves_it()
    {
        var customer = await CustomerAsync();
        await RecordAsync(customer.Id, Pdf, "old.pdf");
        await RecordAsync(customer.Id, null, null, until: new DateOnly(2030, 1, 1));
        (await OpenAsync(customer.Id, Given.Viewer())).File.Name.ShouldBe("old.pdf");
        await RecordAsync(customer.Id, [.. Pdf, (byte)'\n'], "new.pdf");
        (await OpenAsync(customer.Id, Given.Viewer())).File.Name.ShouldBe("new.pdf");
    }

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Only_program_and_marketing_open_the_file(Roles roles)
    {
        var customer = await CustomerAsync();
        await RecordAsync(customer.Id, Pdf, "form.pdf");
        await Should.ThrowAsync<ForbiddenException>(() => OpenAsync(customer.Id, Given.Viewer(roles)));
    }

    [Fact]
    public async Task An_owner_sees_that_there_is_a_file_and_cannot_open_it()
    {
        var owner = Given.User();
        await database.Add(owner);
        var customer = await CustomerAsync(owner.Id);
        await RecordAsync(customer.Id, Pdf, "form.pdf");
        var me = new Viewer(owner.Id, owner.Name, owner.Roles);
        await Should.ThrowAsync<ForbiddenException>(() => OpenAsync(customer.Id, me));
        var seen = (await database.Ask<ReferenceProfileQueries, ReferenceProfile>(queries => queries.ReadAsync(customer.Id, me, default))).Permissions.Single(one => one.Scope == PermissionScope.Story);
        seen.HasFile.ShouldBeTrue();
        seen.File.ShouldBeNull();
    }

    [Theory]
    [InlineData("picture.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("form.pdf", "<html><script>alert(1)</script></html>")]
    [InlineData("form.txt", "  <!DOCTYPE html><body onload=alert(1)>")]
    [InlineData("mail.eml", "<html>not a mail</html>")]
    [InlineData("run.exe", "MZ\u0090\0\u0003")]
    [InlineData("form.pdf", "")]
    [InlineData("mail.msg", "plain words that are no Outlook mail")]
    public async Task What_is_no_document_by_its_bytes_is_refused(string name, string content)
    {
        var customer = await CustomerAsync();
        var outcome = await RecordAsync(customer.Id, Encoding.UTF8.GetBytes(content), name);
        outcome.IsDone.ShouldBeFalse();
        outcome.Field.ShouldBe("File");
        (await database.Read(db => db.Attachments.AnyAsync())).ShouldBeFalse();
        (await database.Read(db => db.Permissions.SingleAsync(row => row.CustomerId == customer.Id && row.Scope == PermissionScope.Story))).ValidUntil.ShouldBeNull("nothing of a refused form is recorded");
    }

    [Fact]
    public async Task A_zip_that_calls_itself_a_document_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = zip.CreateEntry("../../evil.sh").Open();
            entry.Write("rm"u8);
        }

        var customer = await CustomerAsync();
        (await RecordAsync(customer.Id, bytes.ToArray(), "consent.docx")).Field.ShouldBe("File");
    }

    [Fact]
    public async Task A_file_above_25_MB_is_refused()
    {
        var large = new byte[StoredFile.MostBytes + 1];
        Pdf.CopyTo(large, 0);
        var customer = await CustomerAsync();
        (await RecordAsync(customer.Id, large, "large.pdf")).Refusal.ShouldBe("This file is larger than 25 MB.");
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("..\\..\\windows\\system.ini", "system.ini.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("consent.html", "consent.html.pdf")]
    public async Task A_name_leads_nowhere_and_ends_as_what_it_is(string given, string kept)
    {
        var customer = await CustomerAsync();
        await RecordAsync(customer.Id, Pdf, given);
        (await OpenAsync(customer.Id, Given.Viewer())).File.Name.ShouldBe(kept);
    }

    public void Dispose() => database.Dispose();

    private async Task<Customer> CustomerAsync(Guid? ownerId = null)
    {
        var customer = Given.Customer("Alpenbank AG", ownerId);
        await database.Add(customer);
        return customer;
    }

    private async Task<EditOutcome<PermissionEdit>> RecordAsync(Guid customerId, byte[]? bytes, string? name, DateOnly? until = null)
    {
        var manager = new Viewer(Guid.Empty, "Paula Meier", Roles.ProgramManager);
        var (was, version) = await database.Ask<PermissionService, (PermissionEdit, int)>(service => service.ReadAsync(customerId, PermissionScope.Story, manager, default));
        var mark = new EditMark<PermissionEdit>(version, was, new HashSet<string>());
        using var content = bytes is null ? null : new MemoryStream(bytes);
        return await database.Ask<PermissionService, EditOutcome<PermissionEdit>>(service => service.RecordAsync(
            customerId, PermissionScope.Story, was with { ValidUntil = until ?? (bytes is null ? was.ValidUntil : new DateOnly(2029, 1, 1)) }, mark, manager, default, content is null ? null : new EvidenceUpload(content, name!)));
    }

    private Task<(Attachment File, byte[] Content)> OpenAsync(Guid customerId, Viewer by) => database.Ask<EvidenceFiles, (Attachment, byte[])>(async files =>
    {
        var (file, content) = await files.OpenAsync(customerId, PermissionScope.Story, by, default);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return (file, copy.ToArray());
    });
}
