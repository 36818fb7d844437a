namespace StagingHarness.FunctionalTests.Artifacts;

/// <summary>Keeps what is reported, in order.</summary>
internal sealed class ListProgress : IProgress<string>
{
    public List<string> Lines { get; } = [];

    public void Report(string value) => Lines.Add(value);
}
