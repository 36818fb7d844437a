using StagingHarness.Analysis.Expectations;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>One thing that every passing run needs, and the evidence for or against it.</summary>
public sealed record RequirementResult
{
    /// <summary>What is required, in a few words.</summary>
    public required string Name { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>What was found, in a sentence.</summary>
    public required string Evidence { get; init; }

    /// <summary>True when nothing else that was measured can be believed, for or against: the run is inconclusive whatever it shows.</summary>
    public required bool Undermines { get; init; }

    /// <summary>True when the reason of the verdict is this and not what follows from it, such as expectations that were never measured.</summary>
    public bool SpeaksFirst { get; init; }
}
