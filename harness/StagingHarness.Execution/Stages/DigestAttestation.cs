using System.Collections.Immutable;

namespace StagingHarness.Execution.Stages;

/// <summary>Compares the digest of what the instance runs with those of the releases that were placed; asks nothing of the instance.</summary>
internal static class DigestAttestation
{
    /// <param name="subject">Whose digest it is.</param>
    /// <param name="digests">Artifact id to digest, of everything that was placed so far.</param>
    /// <exception cref="NoEffectException">The engine cannot tell the digest, or it is of no release that was placed.</exception>
    public static Attested Read(AttestationSubject subject, ImmutableDictionary<string, string> digests)
    {
        var running = subject.Instance.Digest ?? throw new NoEffectException(
            $"Instance '{subject.Instance.Name}' attests nothing: the engine cannot tell the digest of what it runs. "
            + "Let it attest in another way, by 'attest' in the system file, or use an engine that can.");

        var placed = subject.Service.Releases
            .Where(release => digests.ContainsKey(release.Value.Id))
            .Select(release => (Name: release.Key, Digest: digests[release.Value.Id]))
            .ToList();
        var same = placed.Where(release => release.Digest == running).Select(release => release.Name).ToList();
        if (same.Count == 1)
        {
            return Attested.ReleaseOnly(same[0]);
        }

        if (same.Count > 1)
        {
            throw new NoEffectException(
                $"Instance '{subject.Instance.Name}' attests no version: it runs {running}, which is the digest of releases "
                + $"'{string.Join("' and '", same)}' alike. Let it attest in another way, by 'attest' in the system file.");
        }

        throw new NoEffectException(
            $"Instance '{subject.Instance.Name}' attests no version: it runs {running}, and what was placed is "
            + $"{string.Join(", ", placed.Select(each => $"{each.Digest} (release '{each.Name}')").DefaultIfEmpty("nothing"))}.");
    }
}
