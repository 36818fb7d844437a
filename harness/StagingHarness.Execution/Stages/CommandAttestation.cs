using System.Text.RegularExpressions;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans.Systems.Attestation;

namespace StagingHarness.Execution.Stages;

/// <summary>Runs a command in the instance, and reads the release's name out of what it printed.</summary>
internal sealed class CommandAttestation(CommandAttestationPlan plan, RunClock clock)
{
    private const int LongestQuote = 200;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <exception cref="NoEffectException">The command failed, did not end, or printed no name.</exception>
    /// <exception cref="InstanceGoneException">The command failed, because the instance has ended.</exception>
    public async Task<Attested> ReadAsync(IInstance instance, CancellationToken cancellationToken)
    {
        var result = await ExecuteAsync(instance, cancellationToken);
        if (result.ExitCode != 0)
        {
            await InstanceEnd.ThrowIfSeenAsync(instance, clock, cancellationToken);
            var wrote = result.Error.Trim().Length > 0 ? result.Error : result.Output;
            throw new NoEffectException(
                $"Instance '{instance.Name}' attests nothing: {Command} ended with exit code {result.ExitCode} and wrote {Quote(wrote)}. "
                + "Correct 'attest' in the system file.");
        }

        return Attested.ReleaseOnly(NameIn(result.Output) ?? throw new NoEffectException(
            $"Instance '{instance.Name}' attests no version: {Command} wrote {Quote(result.Output)}"
            + (plan.Pattern is null ? ". " : $", in which '{plan.Pattern}' finds none. ")
            + "Correct 'attest' in the system file."));
    }

    private string Command => $"command '{string.Join(' ', plan.Command)}'";

    private async Task<CommandResult> ExecuteAsync(IInstance instance, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Timeout, clock.Time);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await instance.ExecuteAsync(plan.Command, bound.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NoEffectException(
                $"Instance '{instance.Name}' attests nothing: {Command} did not end within {Timeout.TotalSeconds:0} s. Correct 'attest' in the system file.");
        }
    }

    /// <summary>Null when there is none.</summary>
    private string? NameIn(string output)
    {
        if (plan.Pattern is null)
        {
            return output.Trim() is { Length: > 0 } name ? name : null;
        }

        try
        {
            var found = Regex.Match(output, plan.Pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline, MatchTimeout);
            return found.Success && found.Groups.Count > 1 && found.Groups[1].Length > 0 ? found.Groups[1].Value : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static string Quote(string output) => output.Trim() switch
    {
        "" => "nothing",
        { Length: > LongestQuote } text => $"'{text[..LongestQuote]}…'",
        var text => $"'{text}'",
    };
}
