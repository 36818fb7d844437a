using StagingHarness.Scenarios;

namespace StagingHarness.TestKit.Files;

/// <summary>The checkout that the tests were built in, and copies of its scenarios that a test may change.</summary>
public static class Checkout
{
    /// <summary>Folder of the solution.</summary>
    public static string Root { get; } = ScenarioRoot.FindAbove(AppContext.BaseDirectory)
        ?? throw new InvalidOperationException($"No checkout stands above '{AppContext.BaseDirectory}'.");

    /// <summary>A copy of <c>scenarios/</c> in a folder of its own, which is a scenario root.</summary>
    public static TemporaryFolder CopyScenarios()
    {
        var copy = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(copy.Path, ".git"));
        Copy(new DirectoryInfo(Path.Combine(Root, "scenarios")), Path.Combine(copy.Path, "scenarios"));
        return copy;
    }

    /// <summary>A copy of a folder of the checkout, without what its projects were built to.</summary>
    /// <param name="folder">Relative to the checkout.</param>
    public static TemporaryFolder CopyFolder(string folder)
    {
        var copy = new TemporaryFolder();
        Copy(new DirectoryInfo(Path.Combine(Root, folder)), copy.Path);
        return copy;
    }

    private static void Copy(DirectoryInfo source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in source.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(target, file.Name));
        }

        foreach (var folder in source.EnumerateDirectories().Where(folder => folder.Name is not ("bin" or "obj")))
        {
            Copy(folder, Path.Combine(target, folder.Name));
        }
    }
}
