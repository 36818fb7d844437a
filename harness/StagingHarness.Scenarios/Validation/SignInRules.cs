using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Users sign in for a client, and clients show certificates where there is a handshake.</summary>
internal static class SignInRules
{
    public static void Check(SystemContext context)
    {
        if (context.System.Provider?.Value is { Users: { } users, Clients: null })
        {
            context.Findings.Report(
                FindingCode.KeyDoesNotFit,
                users.Span,
                "these users have no client for which they could sign in.",
                "add 'clients' with the client and its 'redirects'");
        }

        if (context.System.Provider?.Value is { Tls: not { Value: true }, Clients.Value: var clients })
        {
            foreach (var certificate in clients.Select(client => client.Value?.Value.Certificate).OfType<Spanned<ClientCertificateKind>>())
            {
                context.Findings.Report(
                    FindingCode.TransportIsPlain,
                    certificate.Span,
                    "the provider secures no connection, and clients show certificates in its handshake.",
                    "add 'tls: true' below 'provider'");
            }
        }
    }
}
