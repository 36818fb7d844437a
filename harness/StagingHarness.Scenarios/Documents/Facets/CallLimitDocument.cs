using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Facets;

/// <summary>So many calls are answered in a window of time, and the rest are refused with 429.</summary>
internal sealed record CallLimitDocument
{
    public static MappingShape<CallLimitDocument> Shape { get; } = new MappingShape<CallLimitDocument>(new CallLimitDocument())
        .Required("calls", new CountShape { Least = 0, Most = 1_000_000, Usual = 10 }, (document, value) => document with { Calls = value })
        .Required("per", new RealDurationShape(), (document, value) => document with { Per = value })
        .Optional("retry-after", new RealDurationShape(), (document, value) => document with { RetryAfter = value });

    public Spanned<int>? Calls { get; init; }

    public Spanned<TimeSpan>? Per { get; init; }

    public Spanned<TimeSpan>? RetryAfter { get; init; }
}
