using StagingHarness.Protocols.Provider;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>One thing that a provider does otherwise than it should, and the check that must see it.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Check">Name of the check.</param>
internal sealed record Drift(string Name, string Check)
{
    /// <summary>What the stand-in is told to do.</summary>
    public FacetSettings? Facets { get; init; }

    /// <summary>What becomes of answers on the way, by the path that was asked; null when they are left as they are.</summary>
    public Func<string, Answer, Answer>? Tamper { get; init; }

    public override string ToString() => Name;
}
