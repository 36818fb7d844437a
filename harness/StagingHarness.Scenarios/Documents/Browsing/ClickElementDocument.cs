using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Browsing;

namespace StagingHarness.Scenarios.Documents.Browsing;

/// <summary>What is clicked on: what it is, and how it is called.</summary>
internal sealed record ClickElementDocument
{
    public static MappingShape<ClickElementDocument> Shape { get; } =
        new MappingShape<ClickElementDocument>(new ClickElementDocument())
            .Required("role", new ChoiceShape<ElementRole>("something that can be clicked on"), (document, value) => document with { Role = value })
            .Required("name", new TextShape("the name of an element", "Sign in"), (document, value) => document with { Name = value });

    public Spanned<ElementRole>? Role { get; init; }

    public Spanned<string>? Name { get; init; }
}
