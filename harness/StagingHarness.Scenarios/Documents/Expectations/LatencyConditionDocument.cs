using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Which percentile, and between which bounds.</summary>
internal sealed record LatencyConditionDocument
{
    public static MappingShape<LatencyConditionDocument> Shape { get; } =
        new MappingShape<LatencyConditionDocument>(new LatencyConditionDocument())
            .Required("percentile", new PercentileShape(), (document, value) => document with { Percentile = value })
            .Optional("at-least", new RealDurationShape(), (document, value) => document with { AtLeast = value })
            .Optional("at-most", new RealDurationShape(), (document, value) => document with { AtMost = value })
            .WhenWritten("at-least", document => document with { HasBound = true })
            .WhenWritten("at-most", document => document with { HasBound = true });

    public Spanned<Percentile>? Percentile { get; init; }

    public Spanned<TimeSpan>? AtLeast { get; init; }

    public Spanned<TimeSpan>? AtMost { get; init; }

    public bool HasBound { get; init; }
}
