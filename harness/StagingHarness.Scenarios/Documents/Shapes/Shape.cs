using System.Text.Json.Nodes;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>What may stand at a place of the language. Binding, overrides and the editor's schema are made from it.</summary>
internal abstract class Shape
{
    private protected Shape()
    {
    }

    /// <summary>What is wanted, with its article: <c>a mapping</c>, <c>a real duration</c>.</summary>
    public abstract string Wanted { get; }

    /// <summary>Paths of all single values below, as an override writes them; empty path: the value itself.</summary>
    /// <param name="node">What is written there; names that an author gives away are taken from it.</param>
    public virtual IEnumerable<string> ScalarPaths(SyntaxNode? node) => [];

    /// <summary>How a value is written; null when it does not fit on a line.</summary>
    public virtual string? Sample => null;

    /// <summary>The type by which the schema names its definition; null for a shape that is written where it stands.</summary>
    public virtual string? SchemaName => null;

    /// <summary>What an editor may know of it, as JSON Schema: it may allow more than the binder, and never less.</summary>
    /// <param name="writer">Writes the shapes within.</param>
    public abstract JsonObject ToSchema(SchemaWriter writer);

    /// <summary>A key that may stand directly in a value of this shape.</summary>
    public virtual bool HasKey(string key) => false;

    /// <summary>Where a key belongs that authors look for here; null when nothing is known of it.</summary>
    public virtual string? ElsewhereHint(string key) => null;
}
