namespace StagingHarness.Verdicts;

/// <summary>What the process says when it ends.</summary>
public enum ExitCode
{
    Passed = 0,

    Failed = 1,

    /// <summary>The command line was not understood.</summary>
    Usage = 2,

    /// <summary>A scenario file has findings.</summary>
    ScenarioInvalid = 3,

    /// <summary>The stage could not be built or kept up.</summary>
    Environment = 4,

    Inconclusive = 5,

    /// <summary>Nothing that was asked for exists, so nothing ran.</summary>
    NothingMatched = 6,

    /// <summary>A defect of the harness itself.</summary>
    InternalError = 70,

    /// <summary>Interrupted, after clean-up.</summary>
    Interrupted = 130,
}
