using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Validation;

/// <summary>A measure has bounds that it can keep and break, and samples that can show it.</summary>
internal static class MeasureRules
{
    public static void CheckLatency(ValidationContext context, LatencyExpectationDocument expectation)
    {
        if (expectation.Latency is not { } latency)
        {
            return;
        }

        var (least, most) = (latency.Value.AtLeast, latency.Value.AtMost);
        CheckBounds(context, latency.Span, latency.Value.HasBound, most?.Span, least?.Value > most?.Value);
        if (latency.Value.Percentile is { Value: var percentile } && expectation.Samples is { } samples && samples.Value < percentile.LeastSamples)
        {
            context.Findings.Report(
                FindingCode.TooFewForPercentile,
                samples.Span,
                $"{samples.Value} samples say nothing about {percentile}.",
                $"it needs {percentile.LeastSamples} at least: fewer may well all lie below it; give as many, or remove 'samples'");
        }
    }

    public static void CheckTime(ValidationContext context, Spanned<TimeConditionDocument> time)
    {
        if (time.Value is { From: { } from, To: { } to } && to.Value <= from.Value)
        {
            context.Findings.Report(
                FindingCode.MilestonesReversed,
                to.Span,
                $"'{Name(to.Value)}' does not come after '{Name(from.Value)}'.",
                "write the earlier of the two milestones as 'from'");
        }

        CheckBounds(
            context,
            time.Span,
            time.Value.HasBound,
            time.Value.AtMost?.Span,
            Cross(time.Value.AtLeast?.Value, time.Value.AtMost?.Value));
    }

    private static void CheckBounds(ValidationContext context, SourceSpan measure, bool hasBound, SourceSpan? most, bool cross)
    {
        if (!hasBound)
        {
            context.Findings.Report(
                FindingCode.NoBound, measure, "nothing says how long it may be.", "add 'at-most', 'at-least' or both, like 'at-most: 2s'");
        }

        if (cross && most is not null)
        {
            context.Findings.Report(
                FindingCode.BoundsCross, most, "'at-most' is less than 'at-least', so nothing lies between them.", "swap them, or keep one of them");
        }
    }

    // Bounds on two clocks cannot be told apart here: how they compare depends on the scenario's clock.
    private static bool Cross(ClockDuration? least, ClockDuration? most) => (least, most) switch
    {
        (ClockDuration.Real one, ClockDuration.Real other) => one.Time > other.Time,
        (ClockDuration.Incident one, ClockDuration.Incident other) => one.Time.Minutes > other.Time.Minutes,
        _ => false,
    };

    private static string Name(Milestone milestone) => KebabCase.Of(milestone.ToString());
}
