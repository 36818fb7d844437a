namespace StagingHarness.Verdicts;

/// <summary>What the process says when it ends, and which code wins when there are several.</summary>
public static class ExitCodes
{
    public const int Passed = 0;

    public const int Failed = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>A scenario file has findings.</summary>
    public const int Invalid = 3;

    /// <summary>The stage could not be built or kept up.</summary>
    public const int Environment = 4;

    public const int Inconclusive = 5;

    /// <summary>Nothing that was asked for exists, so nothing ran.</summary>
    public const int NothingMatched = 6;

    /// <summary>A defect of the harness itself.</summary>
    public const int Defect = 70;

    /// <summary>Interrupted, after clean-up.</summary>
    public const int Interrupted = 130;

    /// <summary>An interrupted suite says so, unless the harness broke.</summary>
    private static readonly int[] WorstFirst =
        [Defect, Interrupted, Environment, Invalid, Failed, Inconclusive, Usage, NothingMatched, Passed];

    public static int Of(Outcome outcome) => outcome switch
    {
        Outcome.Passed => Passed,
        Outcome.Failed => Failed,
        Outcome.Inconclusive => Inconclusive,
        Outcome.Aborted => Interrupted,
        Outcome.EnvironmentFailed => Environment,
        Outcome.InternalError => Defect,
    };

    /// <summary>The code of a suite; <see cref="NothingMatched"/> for one without members, for nothing is not green.</summary>
    /// <exception cref="ArgumentException">One of the codes is none of these.</exception>
    public static int Worst(IReadOnlyCollection<int> codes)
    {
        if (codes.FirstOrDefault(code => !WorstFirst.Contains(code)) is not 0 and var unknown)
        {
            throw new ArgumentException($"Exit code '{unknown}' is none that the harness gives; use the constants of 'ExitCodes'.", nameof(codes));
        }

        return codes.Count == 0 ? NothingMatched : codes.MinBy(code => Array.IndexOf(WorstFirst, code));
    }
}
