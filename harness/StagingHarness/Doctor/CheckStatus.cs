namespace StagingHarness.Doctor;

/// <summary>What came of a check.</summary>
public enum CheckStatus
{
    Ok,

    /// <summary>Something is missing that some runs need, or that makes them slower or less tidy.</summary>
    Warning,

    /// <summary>Something is broken that every run needs.</summary>
    Failed,

    /// <summary>It could not be looked at, since something else is missing.</summary>
    Skipped,
}
