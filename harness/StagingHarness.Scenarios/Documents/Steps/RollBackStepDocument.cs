using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Place the previous version back.</summary>
internal sealed record RollBackStepDocument : VersionStepBodyDocument
{
    public static MappingShape<RollBackStepDocument> Shape { get; } =
        new MappingShape<RollBackStepDocument>(new RollBackStepDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional(
                "takes",
                new IncidentDurationShape { MayBeZero = true },
                (document, value) => document with { Takes = value });

    public Spanned<IncidentDuration>? Takes { get; init; }
}
