using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Variables;

/// <summary>The section in which a scenario declares its variables.</summary>
internal static class VariableSection
{
    public const string Key = "variables";

    public static ScalarShape<string> Name { get; } = new SlugShape("the name of a variable", "candidate");

    public static NamedShape<VariableDocument> Shape { get; } = new("variable", Name, VariableDocument.Shape);

    /// <summary>What is declared. Its findings are told when the whole scenario is bound, and not here.</summary>
    public static ImmutableArray<Named<VariableDocument>> Read(MappingSyntax scenario) =>
        scenario.Entry(Key) is { } entry
            ? Shape.Bind(entry.Value, new BindingPlace(new FindingSink(), Key, entry.Key.Span))?.Value ?? []
            : [];
}
