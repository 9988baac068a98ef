using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReferenceHub.Testing.Mail;

/// <summary>How the listener behaves.</summary>
public enum SmtpMood
{
    /// <summary>Takes every mail.</summary>
    Takes,

    /// <summary>Asks to come back later (451).</summary>
    Busy,

    /// <summary>Knows nobody (550).</summary>
    Unknown,

    /// <summary>Cuts the line in the middle of a mail.</summary>
    Cuts,

    /// <summary>Says nothing at all.</summary>
    Silent,
}

/// <summary>A small mail server on a free loopback port, for faults that real ones seldom show.</summary>
public sealed class SmtpListener : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> mails = new();

    /// <summary>Starts listening.</summary>
    public SmtpListener(SmtpMood mood = SmtpMood.Takes)
    {
        Mood = mood;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>How it behaves from now on.</summary>
    public SmtpMood Mood { get; set; }

    /// <summary>Mails taken, headers and body.</summary>
    public IReadOnlyCollection<string> Mails => mails;

    /// <summary>A port on which nothing listens.</summary>
    public static int DeadPort()
    {
        var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return port;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token), stop.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // stopped
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken ct)
    {
        try
        {
            using var _ = client;
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
            if (Mood == SmtpMood.Silent)
            {
                await Task.Delay(Timeout.Infinite, ct);
            }

            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync(ct) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                if (verb == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    var mail = new StringBuilder();
                    while (await reader.ReadLineAsync(ct) is { } text && text != ".")
                    {
                        if (Mood == SmtpMood.Cuts)
                        {
                            return;
                        }

                        mail.AppendLine(text);
                    }

                    mails.Enqueue(mail.ToString());
                    await writer.WriteLineAsync("250 taken");
                }
                else if (verb == "RCPT" && Mood is (SmtpMood.Busy or SmtpMood.Unknown))
                {
                    await writer.WriteLineAsync(Mood == SmtpMood.Busy ? "451 later" : "550 unknown");
                }
                else
                {
                    await writer.WriteLineAsync(verb == "QUIT" ? "221 bye" : "250 ok");
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // the other side went away
        }
    }
}
