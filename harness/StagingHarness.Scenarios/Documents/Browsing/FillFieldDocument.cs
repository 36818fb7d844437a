using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Browsing;

/// <summary>A field of a form and what is filled in; a secret is named, and never written.</summary>
internal sealed record FillFieldDocument
{
    public static VariantShape<FillFieldDocument> Shape { get; } = new VariantShape<FillFieldDocument>("field") { StandsAlone = true }
        .Kind("value", Labelled().Required("value", new TextShape("a value", "AC-1042"), (document, value) => document with { Value = value }))
        .Kind("secret", Labelled().Required("secret", Names.Credential, (document, value) => document with { Secret = value }))
        .Kind("password-of", Labelled().Required("password-of", Names.User, (document, value) => document with { PasswordOf = value }));

    public Spanned<string>? Label { get; init; }

    public Spanned<string>? Value { get; init; }

    /// <summary>Name of a credential.</summary>
    public Spanned<string>? Secret { get; init; }

    /// <summary>Name of a user of the provider.</summary>
    public Spanned<string>? PasswordOf { get; init; }

    private static MappingShape<FillFieldDocument> Labelled() =>
        new MappingShape<FillFieldDocument>(new FillFieldDocument())
            .Required("label", new TextShape("the label of a field", "Account"), (document, value) => document with { Label = value });
}
