using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>What is asked of a health check.</summary>
internal sealed record HealthConditionDocument
{
    public static MappingShape<HealthConditionDocument> Shape { get; } =
        new MappingShape<HealthConditionDocument>(new HealthConditionDocument())
            .Required(
                "status",
                new CountShape { Least = 100, Most = 599, Usual = 200 },
                (document, value) => document with { Status = value });

    public Spanned<int>? Status { get; init; }
}
