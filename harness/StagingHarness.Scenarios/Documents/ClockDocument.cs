using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents;

/// <summary>The incident's clock.</summary>
internal sealed record ClockDocument
{
    public static MappingShape<ClockDocument> Shape { get; } = new MappingShape<ClockDocument>(new ClockDocument())
        .Optional("starts", new IncidentTimeShape(), (document, value) => document with { Starts = value })
        .Optional("minute", new RealDurationShape(), (document, value) => document with { Minute = value });

    public Spanned<IncidentTime>? Starts { get; init; }

    public Spanned<TimeSpan>? Minute { get; init; }
}
