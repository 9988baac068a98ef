using System.Diagnostics;
using System.Text.RegularExpressions;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.EndToEndTests.Harness;

/// <summary>The mails that the product writes into its folder from now on; each is taken once.</summary>
public sealed partial class Postbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly RealApp app;
    private readonly HashSet<string> seen;
    private readonly Dictionary<string, Mail> read = [];

    public Postbox(RealApp app)
    {
        this.app = app;
        seen = [.. Files()];
    }

    /// <summary>The next mail of a kind that carries all marks: its address, its subject or its text says them. An ask may go to several people.</summary>
    public async Task<Mail> NextAsync(string kind, params string[] marks)
    {
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < Patience; await Task.Delay(250))
        {
            foreach (var file in Files().Where(file => !seen.Contains(file)).OrderBy(File.GetLastWriteTimeUtc))
            {
                if (await ReadAsync(file) is { } mail && IsOf(kind, mail) && marks.All(mark => Says(mail, mark)))
                {
                    seen.Add(file);
                    return mail;
                }
            }
        }

        throw new InvalidOperationException(
            $"No mail '{kind}' came that says '{string.Join("', '", marks)}', but:\n{string.Join('\n', read.Where(each => !seen.Contains(each.Key)).Select(each => $"{each.Value.To}: {each.Value.Subject}"))}\n{app.Log()}");
    }

    private static bool Says(Mail mail, string mark) => $"{mail.To}\n{mail.Subject}\n{mail.Text}".Contains(mark, StringComparison.Ordinal);

    // The product does not write the kind on the envelope: the subject line of its text, in any language, tells it.
    private static bool IsOf(string kind, Mail mail) => MailLanguages.All
        .Select(language => ShippedTexts.Of(MessageCatalog.Of(kind), language).Subject)
        .Any(subject => Regex.IsMatch(mail.Subject, $"^{Place().Replace(Regex.Escape(subject), ".+")}$", RegexOptions.Singleline));

    // A file that is being written is not read yet.
    private async Task<Mail?> ReadAsync(string file)
    {
        if (!read.TryGetValue(file, out var mail))
        {
            try
            {
                read[file] = mail = Mail.Read(await File.ReadAllTextAsync(file));
            }
            catch (Exception early) when (early is IOException or InvalidOperationException or FormatException)
            {
                return null;
            }
        }

        return mail;
    }

    private string[] Files() => Directory.Exists(app.MailFolder) ? Directory.GetFiles(app.MailFolder, "*.eml") : [];

    [GeneratedRegex(@"\\\{\\\{\w+}}")]
    private static partial Regex Place();
}
