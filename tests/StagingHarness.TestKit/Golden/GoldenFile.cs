using FluentAssertions;
using NUnit.Framework;
using StagingHarness.TestKit.Files;

namespace StagingHarness.TestKit.Golden;

/// <summary>Text that stands in a file of the tests and must come out the same, to the letter.</summary>
public static class GoldenFile
{
    private const string Update = "STAGE_UPDATE_GOLDEN";

    /// <summary>Compares with the file, or writes it when the environment variable <c>STAGE_UPDATE_GOLDEN</c> is <c>1</c>.</summary>
    /// <param name="actual">What came out.</param>
    /// <param name="relativePath">Below <c>tests/StagingHarness.Tests/Golden</c>, with forward slashes.</param>
    public static void Verify(string actual, string relativePath)
    {
        var path = Path.Combine(Checkout.Root, "tests", "StagingHarness.Tests", "Golden", relativePath);
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        if (!File.Exists(path))
        {
            Assert.Fail($"Golden file '{relativePath}' does not exist. Run the tests once with {Update}=1, and read what it wrote:\n{text}");
        }

        text.Should().Be(
            File.ReadAllText(path).ReplaceLineEndings("\n"),
            "golden file '{0}' says so; if the change is meant, run the tests once with {1}=1 and review the difference",
            relativePath,
            Update);
    }
}
