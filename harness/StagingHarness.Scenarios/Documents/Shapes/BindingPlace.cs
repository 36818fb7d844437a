using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>Where in a document a value is bound: its path in keys, the key that it belongs to, and who hears of findings.</summary>
internal sealed record BindingPlace(FindingSink Findings, string Path, SourceSpan? Key)
{
    /// <summary>The path as a finding names it.</summary>
    public string Name => (Path.Length, IsEntry) switch
    {
        (0, _) => "the file",
        (_, true) => $"an entry of '{Path}'",
        _ => $"'{Path}'",
    };

    private bool IsEntry { get; init; }

    public BindingPlace Under(string key, SourceSpan span) => this with { Path = PathOf(key), Key = span, IsEntry = false };

    /// <summary>An entry of a list; it goes by the list's path.</summary>
    public BindingPlace Entry() => this with { Key = null, IsEntry = true };

    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
}
