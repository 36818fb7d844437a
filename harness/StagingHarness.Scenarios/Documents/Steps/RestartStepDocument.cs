using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Stop every server and start what is placed on it.</summary>
internal sealed record RestartStepDocument : VersionStepBodyDocument
{
    public static MappingShape<RestartStepDocument> Shape { get; } =
        new MappingShape<RestartStepDocument>(new RestartStepDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional(
                "takes",
                new IncidentDurationShape { MayBeZero = true },
                (document, value) => document with { Takes = value })
            .Optional("begins", Names.Phase, (document, value) => document with { Begins = value });

    public Spanned<IncidentDuration>? Takes { get; init; }

    public Spanned<string>? Begins { get; init; }
}
