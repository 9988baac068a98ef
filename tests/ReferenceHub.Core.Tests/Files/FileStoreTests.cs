using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using Shouldly;
using Xunit;

namespace ReferenceHub.Core.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    private static readonly FileRules All = new(FileKind.Pdf, FileKind.Png, FileKind.Docx, FileKind.Mail, FileKind.OutlookMail, FileKind.Text);
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_file_comes_back_byte_by_byte_over_many_parts()
    {
        var bytes = Pdf((StoredFilePart.MostBytes * 20) + 123);
        var kept = await KeepAsync(bytes, "consent.pdf");
        kept.IsDone.ShouldBeTrue(kept.Refusal);
        kept.Value!.ContentType.ShouldBe("application/pdf");
        (await ReadAsync(kept.Value.Hash)).ShouldBe(bytes);
        (await database.Read(db => db.StoredFileParts.CountAsync())).ShouldBe(21);
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once()
    {
        var first = await KeepAsync(Pdf(1000), "a.pdf");
        var second = await KeepAsync(Pdf(1000), "b.pdf");
        second.Value!.Hash.ShouldBe(first.Value!.Hash);
        (await database.Read(db => db.StoredFiles.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script>", "notes.txt")]
    [InlineData("\uFEFF  <!DOCTYPE html>", "notes.txt")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "logo.png")]
    [InlineData("just words", "consent.pdf")]
    [InlineData("just words", "mail.eml")]
    [InlineData("MZ program", "setup.exe")]
    [InlineData("words \0 zero", "notes.txt")]
    public async Task What_a_file_is_called_does_not_make_it_one(string content, string name)
    {
        var kept = await KeepAsync(Encoding.UTF8.GetBytes(content), name);
        kept.Refusal.ShouldNotBeNull().ShouldContain("PDF");
        kept.Field.ShouldBe("File");
        (await database.Read(db => db.StoredFiles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_Word_document_is_known_by_its_parts_and_refused_with_macros()
    {
        (await KeepAsync(Zip("[Content_Types].xml", "word/document.xml"), "letter.docx")).IsDone.ShouldBeTrue();
        (await KeepAsync(Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "letter.docx")).IsDone.ShouldBeFalse();
        (await KeepAsync(Zip("evil.html"), "letter.docx")).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task An_empty_file_and_one_over_the_limit_are_refused()
    {
        (await KeepAsync([], "a.pdf")).Refusal.ShouldBe("This file is empty.");
        var rules = All with { MostBytes = 1024 * 1024 };
        var large = await database.Ask((FileStore store) => store.KeepAsync(new MemoryStream(Pdf((1024 * 1024) + 1)), "a.pdf", rules, default));
        large.Refusal.ShouldBe("This file is larger than 1 MB.");
    }

    [Fact]
    public async Task Bytes_that_nobody_names_are_swept_away_after_a_day()
    {
        var named = (await KeepAsync(Pdf(2000), "named.pdf")).Value!;
        var unnamed = (await KeepAsync(Pdf(3000), "unnamed.pdf")).Value!;
        await database.Add(new Attachment(database.NextId(), named, "named.pdf", null, null, database.Clock.Now));
        database.Clock.Advance(TimeSpan.FromHours(23));
        await database.Do((FileSweep sweep) => sweep.RunAsync(default));
        (await database.Read(db => db.StoredFiles.CountAsync())).ShouldBe(2);
        database.Clock.Advance(TimeSpan.FromHours(2));
        await database.Do((FileSweep sweep) => sweep.RunAsync(default));
        (await database.Read(db => db.StoredFiles.Select(file => file.Hash).ToListAsync())).ShouldBe([named.Hash]);
        (await database.Read(db => db.StoredFileParts.AnyAsync(part => part.Hash == unnamed.Hash))).ShouldBeFalse();
    }

    [Fact]
    public async Task Bytes_that_are_given_again_stay_another_day()
    {
        var kept = (await KeepAsync(Pdf(2000), "a.pdf")).Value!;
        database.Clock.Advance(TimeSpan.FromHours(25));
        await KeepAsync(Pdf(2000), "b.pdf");
        await database.Do((FileSweep sweep) => sweep.RunAsync(default));
        (await ReadAsync(kept.Hash)).ShouldBe(Pdf(2000));
    }

    [Fact]
    public async Task A_folder_holds_the_bytes_where_one_is_set_and_loses_them_with_the_sweep()
    {
        var folder = Directory.CreateTempSubdirectory("referencehub-files-").FullName;
        using var own = TestDatabase.Create(configure: services => services.AddSingleton(new FileStoreSettings(folder)));
        var bytes = Pdf(700_000);
        var kept = (await own.Ask((FileStore store) => store.KeepAsync(new MemoryStream(bytes), "a.pdf", All, default))).Value!;
        (await own.Read(db => db.StoredFileParts.CountAsync())).ShouldBe(0);
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        var read = await own.Ask(async (FileStore store) =>
        {
            await using var stream = await store.OpenAsync(kept.Hash, default);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            return memory.ToArray();
        });
        read.ShouldBe(bytes);
        own.Clock.Advance(TimeSpan.FromHours(25));
        await own.Do((FileSweep sweep) => sweep.RunAsync(default));
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\temp\\consent form.PDF", "consent form.PDF")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("...", "file.pdf")]
    [InlineData("page.html", "page.html.pdf")]
    [InlineData("photo\u202Efdp.exe", "photofdp.exe.pdf")]
    public void A_name_loses_folders_tricks_and_false_endings(string given, string safe) => FileName.Safe(given, FileKind.Pdf).ShouldBe(safe);

    [Fact]
    public void A_long_name_keeps_its_ending() => FileName.Safe(new string('x', 400) + ".pdf", FileKind.Pdf).ShouldSatisfyAllConditions(
        name => name.Length.ShouldBe(Attachment.NameLength), name => name.ShouldEndWith(".pdf"));

    private static byte[] Pdf(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        return bytes;
    }

    private static byte[] Zip(params string[] names)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.WriteByte(1);
            }
        }

        return memory.ToArray();
    }

    private Task<Outcome<StoredFile>> KeepAsync(byte[] bytes, string name) =>
        database.Ask((FileStore store) => store.KeepAsync(new MemoryStream(bytes), name, All, default));

    private Task<byte[]> ReadAsync(string hash) => database.Ask(async (FileStore store) =>
    {
        await using var stream = await store.OpenAsync(hash, default);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    });
}
