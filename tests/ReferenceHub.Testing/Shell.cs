using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ReferenceHub.Testing;

/// <summary>Runs the programs that fixtures need.</summary>
public static class Shell
{
    /// <summary>Runs a program to its end and answers what it wrote; throws when it fails.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output} {error.GetAwaiter().GetResult()}");
    }

    /// <summary>The first of the files that exists.</summary>
    public static string? FirstExisting(params IEnumerable<string?> paths) => paths.FirstOrDefault(File.Exists);

    /// <summary>A program on the path.</summary>
    public static string? OnPath(string program) =>
        FirstExisting((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)));

    /// <summary>A loopback port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
