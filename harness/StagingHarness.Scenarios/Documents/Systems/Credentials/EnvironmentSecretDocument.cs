using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Credentials;

/// <summary>A secret in an environment variable of the harness.</summary>
internal sealed record EnvironmentSecretDocument : SecretSourceDocument
{
    public static MappingShape<EnvironmentSecretDocument> Shape { get; } =
        new MappingShape<EnvironmentSecretDocument>(new EnvironmentSecretDocument())
            .Required("environment", new EnvironmentNameShape(), (document, value) => document with { Environment = value });

    public Spanned<string>? Environment { get; init; }
}
