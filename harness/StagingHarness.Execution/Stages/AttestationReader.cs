using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Scenarios.Plans.Systems.Attestation;

namespace StagingHarness.Execution.Stages;

/// <summary>Finds out which version an instance really runs, in the way that its service has: one small reader for each.</summary>
internal sealed class AttestationReader(IProbe probe, RunClock clock)
{
    private readonly AttestationQuestion question = new(probe, clock);

    /// <param name="subject">Who is asked.</param>
    /// <param name="digests">Artifact id to digest, of everything that was placed so far.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NoEffectException">It does not say.</exception>
    /// <exception cref="InstanceGoneException">It does not say, because it has ended.</exception>
    public Task<Attested> ReadAsync(
        AttestationSubject subject, ImmutableDictionary<string, string> digests, CancellationToken cancellationToken) =>
        subject.Service.Attestation switch
        {
            JsonAttestationPlan json => new JsonAttestation(json, question).ReadAsync(subject.Instance, cancellationToken),
            HeaderAttestationPlan header => new HeaderAttestation(header, question).ReadAsync(subject.Instance, cancellationToken),
            CommandAttestationPlan command => new CommandAttestation(command, clock).ReadAsync(subject.Instance, cancellationToken),
            DigestAttestationPlan => Task.FromResult(DigestAttestation.Read(subject, digests)),
            var other => throw new InvalidOperationException($"Attestation '{other.GetType().Name}' is unknown."),
        };
}
