using System.Security.Cryptography;
using System.Text;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Execution.Stages;

/// <summary>
/// Measures what a server is configured with: its environment as the plan has it, so that no secret is in it, and the content of its files.
/// </summary>
/// <param name="scenarioRoot">What all files lie below.</param>
internal sealed class SettingsDigest(string scenarioRoot)
{
    /// <summary><c>sha256:</c> and the digest, in lowercase hex.</summary>
    /// <exception cref="SettingsUnreadableException">A file cannot be read.</exception>
    public async Task<string> MeasureAsync(LaunchPlan launch, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, value) in launch.Environment)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}={value}\0"));
        }

        foreach (var file in launch.Files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var content = await ReadAsync(file.Source, cancellationToken);
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}@{file.At}:{content.Length}\0"));
            hash.AppendData(content);
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task<byte[]> ReadAsync(string source, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(Path.GetFullPath(source, scenarioRoot), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingsUnreadableException(source, exception);
        }
    }
}
