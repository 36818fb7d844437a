using System.Collections.Immutable;
using StagingHarness.Analysis.Causes;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Verdicts.Comparisons;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Verdicts;

/// <summary>What a run proved, with the evidence.</summary>
public sealed record Verdict
{
    public required Outcome Outcome { get; init; }

    /// <summary>REPRODUCED, SAFE, NOT REPRODUCED, NOT SAFE, INCONCLUSIVE, ABORTED, ENVIRONMENT FAILED or INTERNAL ERROR.</summary>
    public required string Headline { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>In the order of the plan.</summary>
    public required ImmutableArray<ExpectationResult> Expectations { get; init; }

    public required ImmutableArray<RequirementResult> Requirements { get; init; }

    /// <summary>Null when the evidence points nowhere, or nothing went wrong.</summary>
    public required SuspectedCause? Cause { get; init; }

    /// <summary>Null when the scenario holds nothing that was reported.</summary>
    public required Comparison? Comparison { get; init; }

    /// <summary>What was computed from the record: phases, milestones, outcomes, outages.</summary>
    public required RunAnalysis Analysis { get; init; }

    /// <summary>Why this is no whole run: it was interrupted, or its journal ends before its last event. Null when it is one.</summary>
    public string? WhyAborted => (Analysis.Ended, Analysis.Record.JournalDamage) switch
    {
        (null, { } damage) => $"the journal is damaged: {damage}; what follows it is not known",
        (null, null) => "the journal ends without its last event: the run was cut off",
        ({ Ending: History.Events.RunEnding.Aborted } ended, _) => $"the run was interrupted: {ended.Cause ?? "no cause is given"}",
        _ => null,
    };

    /// <summary>What the process says when it ends, see <see cref="ExitCodes"/>.</summary>
    public int ExitCode => ExitCodes.Of(Outcome);
}
