namespace ReferenceHub.Testing;

/// <summary>Real files for import tests, kept outside of the repository: the folder in `REFERENCEHUB_TEST_DATA`.</summary>
public static class TestData
{
    /// <summary>The folder, when it is given and there.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>A file of the folder.</summary>
    public static string File(params string[] parts) =>
        Path.Combine([Folder ?? throw new InvalidOperationException("REFERENCEHUB_TEST_DATA is not set."), .. parts]);

    private static string? Find()
    {
        var folder = Environment.GetEnvironmentVariable("REFERENCEHUB_TEST_DATA");
        return string.IsNullOrWhiteSpace(folder) || !Directory.Exists(folder) ? null : folder;
    }
}

/// <summary>A fact over the real files; skipped where the folder is not given, also on the build machine.</summary>
public sealed class TestDataFactAttribute : Xunit.FactAttribute
{
    public TestDataFactAttribute()
    {
        if (TestData.Folder is null)
        {
            Skip = "REFERENCEHUB_TEST_DATA does not name a folder with the real files";
        }
    }
}
