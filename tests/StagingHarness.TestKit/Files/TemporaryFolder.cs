namespace StagingHarness.TestKit.Files;

/// <summary>A folder that is deleted with its test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("stage-test-").FullName;

    /// <summary>Replaces text in a file of the folder; the text must be there.</summary>
    public void Replace(string file, string text, string replacement)
    {
        var path = System.IO.Path.Combine(Path, file);
        var content = File.ReadAllText(path);
        if (!content.Contains(text, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"'{file}' does not hold '{text}', so the test would change nothing.");
        }

        File.WriteAllText(path, content.Replace(text, replacement, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
