using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>What became of one expectation, in figures and in words.</summary>
public sealed record ExpectationResult
{
    /// <summary><c>E1</c> to <c>En</c>.</summary>
    public required string Number { get; init; }

    public required string Name { get; init; }

    public required SourcePlace Place { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>Measured and shown; its standing decides nothing.</summary>
    public bool ReportOnly { get; init; }

    /// <summary>What was asked for, in words.</summary>
    public required string Wanted { get; init; }

    /// <summary>What was measured, in words, with exact counts.</summary>
    public required string Got { get; init; }

    public required ExpectationSamples Samples { get; init; }

    /// <summary>Where in the run it was measured, in incident time and real time.</summary>
    public required string Window { get; init; }

    /// <summary>Why it is inconclusive; null when it is not.</summary>
    public required string? Reason { get; init; }

    internal static ExpectationResult Of(ExpectationPlan plan, Assessment assessed, ExpectationSamples samples, PhaseSelection phases) => new()
    {
        Number = plan.Number,
        Name = plan.Name,
        Place = plan.Place,
        Standing = assessed.Standing,
        ReportOnly = plan.ReportOnly,
        Wanted = ExpectationWords.Wanted(plan),
        Got = assessed.Got,
        Samples = samples,
        Window = phases.Describe(),
        Reason = assessed.Reason,
    };
}
