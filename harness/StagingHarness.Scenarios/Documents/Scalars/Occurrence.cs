namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>How often something happens: so many times, or so many times in a second.</summary>
internal abstract record Occurrence
{
    private Occurrence()
    {
    }

    public sealed record Times(int Count) : Occurrence;

    public sealed record PerSecond(double Rate) : Occurrence;
}
