using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Planning;

/// <summary>
/// Gives what is started the stage's CA to trust, where a member of the stage speaks TLS: by the variable that OpenSSL reads, and with it
/// .NET and most others on Linux. Whoever sets such a variable by itself knows better.
/// </summary>
/// <param name="isNeeded">A member of the stage speaks TLS.</param>
internal sealed class TrustPlanner(bool isNeeded)
{
    private const string File = "SSL_CERT_FILE";
    private const string Folder = "SSL_CERT_DIR";

    public ImmutableSortedDictionary<string, string> Complete(ImmutableSortedDictionary<string, string> environment) =>
        isNeeded && !environment.ContainsKey(File) && !environment.ContainsKey(Folder)
            ? environment.Add(File, "{stage.ca}")
            : environment;
}
