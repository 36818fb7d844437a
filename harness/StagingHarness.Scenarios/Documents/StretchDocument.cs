using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents;

/// <summary>A stretch of the traffic with a rate of its own.</summary>
internal sealed record StretchDocument
{
    public static VariantShape<StretchDocument> Shape { get; } = new VariantShape<StretchDocument>("stretch")
        .Kind("hold", Of("hold", StretchKind.Hold))
        .Kind("ramp", Of("ramp", StretchKind.Ramp))
        .Kind("spike", Of("spike", StretchKind.Spike));

    public required StretchKind Kind { get; init; }

    public Spanned<double>? Rate { get; init; }

    public Spanned<ClockDuration>? For { get; init; }

    private static MappingShape<StretchDocument> Of(string key, StretchKind kind) =>
        new MappingShape<StretchDocument>(new StretchDocument { Kind = kind })
            .Required(key, new RateShape(), (document, value) => document with { Rate = value })
            .Required("for", new ClockDurationShape(), (document, value) => document with { For = value });
}
