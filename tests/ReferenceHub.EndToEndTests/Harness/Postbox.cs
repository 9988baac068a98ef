using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ReferenceHub.EndToEndTests.Harness;

/// <summary>The mails that the product sends from now on.</summary>
public sealed partial class Postbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly RealApp app;
    private readonly HashSet<string> seen;

    public Postbox(RealApp app)
    {
        this.app = app;
        seen = [.. Files()];
    }

    /// <summary>Path of the link in the next mail that has one and says this.</summary>
    public async Task<string> NextLinkAsync(string saying = "")
    {
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < Patience; await Task.Delay(250))
        {
            foreach (var file in Files().Where(file => !seen.Contains(file)))
            {
                var mail = SoftBreak().Replace(await File.ReadAllTextAsync(file), "").Replace("=3D", "=", StringComparison.Ordinal);
                if (mail.Contains(saying, StringComparison.Ordinal) && Link().Match(mail) is { Success: true } link)
                {
                    seen.Add(file);
                    return link.Value;
                }
            }
        }

        throw new InvalidOperationException($"No mail with a link came that says '{saying}'.\n{app.Log()}");
    }

    private string[] Files() => Directory.Exists(app.MailFolder) ? Directory.GetFiles(app.MailFolder, "*.eml") : [];

    [GeneratedRegex("=\r?\n")]
    private static partial Regex SoftBreak();

    [GeneratedRegex("/l/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
