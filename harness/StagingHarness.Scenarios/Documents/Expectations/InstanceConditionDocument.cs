using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Which state, and of whom.</summary>
internal sealed record InstanceConditionDocument
{
    public static MappingShape<InstanceConditionDocument> Shape { get; } =
        new MappingShape<InstanceConditionDocument>(new InstanceConditionDocument())
            .Required("state", new ChoiceShape<InstanceState>("a state of an instance"), (document, value) => document with { State = value })
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("name", Names.Instance, (document, value) => document with { Name = value });

    public Spanned<InstanceState>? State { get; init; }

    public Spanned<string>? Service { get; init; }

    public Spanned<string>? Name { get; init; }
}
