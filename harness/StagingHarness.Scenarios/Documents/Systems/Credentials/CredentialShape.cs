using System.Text.Json.Nodes;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Systems.Credentials;

/// <summary>A credential of any kind, and never the secret itself.</summary>
internal sealed class CredentialShape : ShapeOf<CredentialDocument>
{
    private static readonly string[] LiteralKeys = ["key", "literal", "password", "secret", "token", "value"];

    private static readonly VariantShape<CredentialDocument> Kinds =
        new VariantShape<CredentialDocument>("credential")
            .Kind("generated", GeneratedCredentialDocument.Shape)
            .Kind("from", ProviderCredentialDocument.Shape, ValueForm.Single)
            .Kind("from", ReferencedCredentialDocument.Shape, ValueForm.Mapping);

    public override string Wanted => Kinds.Wanted;

    public override string? SchemaName => Kinds.SchemaName;

    public override JsonObject ToSchema(SchemaWriter writer) => Kinds.ToSchema(writer);

    public override bool HasKey(string key) => Kinds.HasKey(key);

    public override Spanned<CredentialDocument>? Bind(SyntaxNode node, BindingPlace place)
    {
        var literal = (node as MappingSyntax)?.Entries.FirstOrDefault(entry => LiteralKeys.Contains(entry.Key.Text, StringComparer.Ordinal));
        if (literal is null)
        {
            return Kinds.Bind(node, place);
        }

        // Unquoted: the line holds the secret, and findings are shown, logged and attached.
        place.Findings.ReportUnquoted(
            FindingCode.SecretWritten,
            literal.Key.Span,
            $"{place.Name} writes its secret down under '{literal.Key.Text}'.",
            "name where it lies: 'from: { environment: NAME }' or 'from: { file: PATH }'; or write 'generated: true'");
        return null;
    }
}
