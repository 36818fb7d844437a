using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Run code of whoever runs the scenario from C#.</summary>
internal sealed record HookStepDocument : StepBodyDocument
{
    public static MappingShape<HookStepDocument> Shape { get; } =
        new MappingShape<HookStepDocument>(new HookStepDocument())
            .Required("name", Names.Hook, (document, value) => document with { Name = value })
            .Optional("at-most", new RealDurationShape(), (document, value) => document with { AtMost = value });

    public Spanned<string>? Name { get; init; }

    public Spanned<TimeSpan>? AtMost { get; init; }
}
