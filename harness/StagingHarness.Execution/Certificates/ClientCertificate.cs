using StagingHarness.Protocols.Provider;

namespace StagingHarness.Execution.Certificates;

/// <summary>A certificate of a client of the provider, over the key that the client has for the run.</summary>
/// <param name="Pem">It, and where it was issued the certificate that leads from it to the CA; nothing secret.</param>
/// <param name="Known">What the provider knows of it.</param>
internal sealed record ClientCertificate(string Pem, KnownCertificate Known);
