using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents;

/// <summary>One line of a reported timeline.</summary>
internal sealed record ReportedMomentDocument
{
    public static MappingShape<ReportedMomentDocument> Shape { get; } =
        new MappingShape<ReportedMomentDocument>(new ReportedMomentDocument())
            .Required("at", new IncidentTimeShape(), (document, value) => document with { At = value })
            .Required(
                "what",
                new ChoiceShape<Milestone>("a milestone"),
                (document, value) => document with { What = value });

    public Spanned<IncidentTime>? At { get; init; }

    public Spanned<Milestone>? What { get; init; }
}
