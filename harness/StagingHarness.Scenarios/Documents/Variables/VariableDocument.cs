using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Variables;

/// <summary>A variable of a scenario, as declared.</summary>
internal sealed record VariableDocument
{
    public static MappingShape<VariableDocument> Shape { get; } =
        new MappingShape<VariableDocument>(new VariableDocument())
            .Optional("type", new ChoiceShape<VariableType>("a type of variables"), (document, value) => document with { Type = value })
            .Optional("default", new TextShape("a text", "\"2.0\"") { Verbatim = true }, (document, value) => document with { Default = value })
            .Optional("description", new TextShape("a text", "The release to try"), (document, value) => document with { Description = value });

    public Spanned<VariableType>? Type { get; init; }

    public Spanned<string>? Default { get; init; }

    public Spanned<string>? Description { get; init; }
}
