using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>What is filled into a field of a form: a value, or a password, which is named and never written.</summary>
internal sealed record FormFieldDocument
{
    public static ShorthandShape<string, FormFieldDocument> Shape { get; } = new(
        new TextShape("a value", "alice"),
        value => new FormFieldDocument { Value = value },
        new MappingShape<FormFieldDocument>(new FormFieldDocument())
            .Required("password-of", Names.User, (document, value) => document with { PasswordOf = value }));

    public Spanned<string>? Value { get; init; }

    /// <summary>Name of a user of the provider.</summary>
    public Spanned<string>? PasswordOf { get; init; }
}
