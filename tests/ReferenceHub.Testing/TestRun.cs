namespace ReferenceHub.Testing;

/// <summary>What this test run may rely on.</summary>
public static class TestRun
{
    private static readonly Lazy<string> LazyFolder = new(MakeFolder);

    /// <summary>On the build machine nothing is skipped: what is missing fails.</summary>
    public static bool IsCi { get; } = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The full run takes its time: what is tried a few times for every change is tried often.</summary>
    public static bool IsFull { get; } = string.Equals(Environment.GetEnvironmentVariable("REFERENCEHUB_TEST_FULL"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>What chance begins from: the same from run to run, so that a round that failed can be had again; another number tries other rounds.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("REFERENCEHUB_TEST_SEED"), System.Globalization.CultureInfo.InvariantCulture, out var seed) ? seed : 0;

    /// <summary>A folder of this run, deleted at its end.</summary>
    public static string Folder => LazyFolder.Value;

    /// <summary>The folder with the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The reason to skip, or null where nothing is missing or nothing may be skipped.</summary>
    public static string? SkipReason(bool missing, string reason) => missing && !IsCi ? reason : null;

    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("referencehub-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // A file that is still open stays behind in the temporary folder.
            }
        };
        return folder;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ReferenceHub.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
