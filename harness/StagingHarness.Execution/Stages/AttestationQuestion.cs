using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Stages;

/// <summary>Asks an instance over HTTP what it runs.</summary>
internal sealed class AttestationQuestion(IProbe probe, RunClock clock)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>The answer, of whatever status.</summary>
    /// <exception cref="NoEffectException">None came.</exception>
    /// <exception cref="InstanceGoneException">None came, because the instance has ended.</exception>
    public async Task<ProbeAnswer> AskAsync(IInstance instance, string path, CancellationToken cancellationToken)
    {
        var answer = await probe.GetAsync(new Uri(instance.AddressOf(ServerRun.Listener), path), Timeout, cancellationToken);
        if (answer.Status is null)
        {
            await InstanceEnd.ThrowIfSeenAsync(instance, clock, cancellationToken);
            throw new NoEffectException($"Instance '{instance.Name}' attests nothing: '{path}' answered {answer.Problem}.");
        }

        return answer;
    }
}
