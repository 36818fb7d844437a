using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>The phases that an expectation names: one, or a list of them.</summary>
internal static class PhaseNames
{
    public static ListShape<string> Shape { get; } = new(Names.Phase)
    {
        NeedsOne = "phase",
        Distinct = true,
        OneIsEnough = true,
    };
}
