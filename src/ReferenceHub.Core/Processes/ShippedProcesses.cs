namespace ReferenceHub.Core.Processes;

/// <summary>The processes that ship, from their files.</summary>
public static class ShippedProcesses
{
    private const string Prefix = "Processes.";

    private static readonly Lazy<IReadOnlyList<ProcessFile>> Files = new(() =>
    [
        .. typeof(ShippedProcesses).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read),
    ]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProcessFile> All => Files.Value;

    private static ProcessFile Read(string name)
    {
        using var reader = new StreamReader(typeof(ShippedProcesses).Assembly.GetManifestResourceStream(name)!);
        var read = ProcessYamlReader.Read(reader.ReadToEnd());
        return read.File ?? throw new InvalidOperationException($"{name}: {string.Join(" ", read.Problems)}");
    }
}
