namespace StagingHarness.Scenarios.Documents.Facets;

/// <summary>What the provider may sign with; names as in JWA (RFC 7518), in the language in small letters.</summary>
internal enum SigningAlgorithm
{
    Rs256,
    Rs384,
    Rs512,
    Ps256,
    Ps384,
    Ps512,
    Es256,
    Es384,
}
