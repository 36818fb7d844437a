using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Credentials;

namespace StagingHarness.Execution.Secrets;

/// <summary>Adapter: reads the secrets that a system refers to, before anything starts.</summary>
public static class SecretReader
{
    /// <summary>Credential name to secret, of those that are not made for the run.</summary>
    /// <param name="system">The plan of the system.</param>
    /// <param name="rootDirectory">The scenario root.</param>
    /// <param name="environment">Looks an environment variable up.</param>
    /// <exception cref="SecretMissingException">One of them is not there, is empty, or cannot be read.</exception>
    public static ImmutableSortedDictionary<string, string> Read(SystemPlan system, string rootDirectory, Func<string, string?> environment) =>
        system.Credentials
            .Select(credential => (credential.Name, Secret: credential switch
            {
                EnvironmentSecretPlan secret => FromEnvironment(secret, environment),
                FileSecretPlan secret => FromFile(secret, rootDirectory),
                _ => null,
            }))
            .Where(read => read.Secret is not null)
            .ToImmutableSortedDictionary(read => read.Name, read => read.Secret!, StringComparer.Ordinal);

    private static string FromEnvironment(EnvironmentSecretPlan secret, Func<string, string?> environment) =>
        environment(secret.Variable) is { Length: > 0 } value
            ? value
            : throw new SecretMissingException(secret.Name, $"environment variable '{secret.Variable}' is not set", "set it where the harness runs");

    private static string FromFile(FileSecretPlan secret, string rootDirectory)
    {
        try
        {
            return File.ReadAllText(Path.GetFullPath(secret.File, rootDirectory)).TrimEnd('\r', '\n') is { Length: > 0 } value
                ? value
                : throw new SecretMissingException(secret.Name, $"file '{secret.File}' is empty", "put the secret into it");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SecretMissingException(secret.Name, $"file '{secret.File}' cannot be read", "it must be a file that the current user may read");
        }
    }
}
