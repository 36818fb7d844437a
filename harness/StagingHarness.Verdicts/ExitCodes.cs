namespace StagingHarness.Verdicts;

/// <summary>Which exit code a verdict has, and which one wins when there are several.</summary>
public static class ExitCodes
{
    /// <summary>Worst first. An interrupted suite says so, unless the harness broke.</summary>
    private static readonly ExitCode[] WorstFirst =
    [
        ExitCode.InternalError,
        ExitCode.Interrupted,
        ExitCode.Environment,
        ExitCode.ScenarioInvalid,
        ExitCode.Failed,
        ExitCode.Inconclusive,
        ExitCode.Usage,
        ExitCode.NothingMatched,
        ExitCode.Passed,
    ];

    public static ExitCode Of(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Passed => ExitCode.Passed,
        VerdictOutcome.Failed => ExitCode.Failed,
        VerdictOutcome.Inconclusive => ExitCode.Inconclusive,
        VerdictOutcome.Aborted => ExitCode.Interrupted,
        VerdictOutcome.EnvironmentFailed => ExitCode.Environment,
        VerdictOutcome.InternalError => ExitCode.InternalError,
    };

    /// <summary>The code of a suite; <see cref="ExitCode.NothingMatched"/> for one without members, for nothing is not green.</summary>
    public static ExitCode Worst(IReadOnlyCollection<ExitCode> codes) =>
        codes.Count == 0 ? ExitCode.NothingMatched : codes.MinBy(code => Array.IndexOf(WorstFirst, code));
}
