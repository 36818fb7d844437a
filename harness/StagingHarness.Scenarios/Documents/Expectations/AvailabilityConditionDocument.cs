using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>How long a window is.</summary>
internal sealed record AvailabilityConditionDocument
{
    public static MappingShape<AvailabilityConditionDocument> Shape { get; } =
        new MappingShape<AvailabilityConditionDocument>(new AvailabilityConditionDocument())
            .Required("per", new RealDurationShape(), (document, value) => document with { Per = value });

    public Spanned<TimeSpan>? Per { get; init; }
}
