using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace ReferenceHub.Testing.Mail;

/// <summary>One part of a mail, as another program reads it.</summary>
public sealed record ReceivedPart(string Type, string? Charset, string? Method, string? FileName, string? Encoding, string Text);

/// <summary>A mail that the server took, as another program reads it.</summary>
public sealed record ReceivedMail(
    bool Tls, string? User, IReadOnlyList<string> To, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Structure, IReadOnlyList<ReceivedPart> Parts, IReadOnlyList<string> Defects, string Raw)
{
    /// <summary>The first part of a type.</summary>
    public ReceivedPart Part(string type) => Parts.First(part => part.Type == type);
}

/// <summary>A real SMTP server (aiosmtpd) of one test, stopped with it; with a certificate it insists on STARTTLS and on signing in.</summary>
public sealed class MailServer : IDisposable
{
    /// <summary>Name to sign in with.</summary>
    public const string User = "hub";

    /// <summary>Password to sign in with.</summary>
    public const string Password = "Open, sesame: 2026!";

    private const string Python = "/usr/bin/python3";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly string folder = Path.Combine(TestRun.Folder, Guid.NewGuid().ToString("N"));
    private readonly Process process;

    /// <summary>Starts it on a free loopback port.</summary>
    public MailServer(bool secured = false)
    {
        Directory.CreateDirectory(folder);
        Port = Shell.FreePort();
        string[] security = [];
        if (secured)
        {
            Certificate = MakeCertificate();
            var (cert, key) = (Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"));
            File.WriteAllText(cert, Certificate.ExportCertificatePem());
            File.WriteAllText(key, Certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
            security = [cert, key, User, Password];
        }

        var script = Path.Combine(TestRun.Root, "tests", "ReferenceHub.Testing", "Mail", "mailserver.py");
        var start = new ProcessStartInfo(Python, [script, folder, Port.ToString(CultureInfo.InvariantCulture), .. security]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        process = Process.Start(start)!;
        if (process.StandardOutput.ReadLine() != "ready")
        {
            throw new InvalidOperationException("The mail server did not start.");
        }
    }

    /// <summary>Why its tests are skipped; null when they run.</summary>
    public static string? SkipReason { get; } = TestRun.SkipReason(!IsInstalled(), "no mail server: install python3-aiosmtpd");

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>The certificate it shows, when it is secured.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>Mails taken, in order.</summary>
    public IReadOnlyList<ReceivedMail> Mails =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => JsonSerializer.Deserialize<ReceivedMail>(File.ReadAllText(file), Json)!)];

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        Certificate?.Dispose();
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static bool IsInstalled()
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using var probe = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true, UseShellExecute = false })!;
        probe.WaitForExit();
        return probe.ExitCode == 0;
    }
}

/// <summary>A fact that needs a real mail server.</summary>
public sealed class MailFactAttribute : Xunit.FactAttribute
{
    public MailFactAttribute() => Skip = MailServer.SkipReason;
}
