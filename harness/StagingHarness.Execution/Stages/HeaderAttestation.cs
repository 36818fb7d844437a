using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Attestation;

namespace StagingHarness.Execution.Stages;

/// <summary>Reads what an instance says of itself in the headers of an answer, whatever its status.</summary>
internal sealed class HeaderAttestation(HeaderAttestationPlan plan, AttestationQuestion question)
{
    /// <exception cref="NoEffectException">No answer came, or it lacks a header.</exception>
    /// <exception cref="InstanceGoneException">No answer came, because the instance has ended.</exception>
    public async Task<Attested> ReadAsync(IInstance instance, CancellationToken cancellationToken)
    {
        var answer = await question.AskAsync(instance, plan.Path, cancellationToken);
        return new Attested(
            new ServerVersion(
                Value(instance, answer, plan.ReleaseHeader),
                plan.PlatformHeader is { } platform ? Value(instance, answer, platform) : ServerVersion.NoPlatform,
                plan.ConfigurationHeader is { } configuration ? Value(instance, answer, configuration) : null),
            ImmutableSortedDictionary<string, string>.Empty);
    }

    private string Value(IInstance instance, ProbeAnswer answer, string header) =>
        answer.Headers.TryGetValue(header, out var value) && value.Trim() is { Length: > 0 } text
            ? text
            : throw new NoEffectException(
                $"Instance '{instance.Name}' attests no version: the answer of '{plan.Path}' (status {answer.Status}) has no header '{header}'. "
                + "Correct 'attest' in the system file.");
}
