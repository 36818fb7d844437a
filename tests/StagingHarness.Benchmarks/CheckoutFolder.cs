namespace StagingHarness.Benchmarks;

/// <summary>The repository that this program was built from.</summary>
internal static class CheckoutFolder
{
    /// <exception cref="InvalidOperationException">No folder above the program is one.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "StagingHarness.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds 'StagingHarness.sln'; run this from a checkout.");
    }
}
