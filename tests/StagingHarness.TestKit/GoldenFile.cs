using FluentAssertions;

namespace StagingHarness.TestKit;

/// <summary>Text that is compared with a file in the repository, below <c>tests/StagingHarness.Tests</c>.</summary>
public static class GoldenFile
{
    private const string Update = "STAGE_UPDATE_GOLDEN";

    /// <summary>Fails when the file is missing or differs; with STAGE_UPDATE_GOLDEN=1 it is written instead.</summary>
    /// <param name="actual">The text.</param>
    /// <param name="relativePath">The file, relative to the test project, with forward slashes.</param>
    public static void Verify(string actual, string relativePath)
    {
        var path = Path.Combine(ProjectFolder(), relativePath);
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        File.Exists(path).Should().BeTrue("golden file '{0}' must exist; look at the text, then run once with {1}=1", relativePath, Update);
        actual.Should().Be(File.ReadAllText(path), "it is the text of golden file '{0}'; when the change is meant, run once with {1}=1", relativePath, Update);
    }

    private static string ProjectFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "StagingHarness.Tests");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"No folder above '{AppContext.BaseDirectory}' holds 'tests/StagingHarness.Tests'; run from a checkout.");
    }
}
