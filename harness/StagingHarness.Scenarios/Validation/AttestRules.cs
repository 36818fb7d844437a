using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Documents.Systems.Artifacts;
using StagingHarness.Scenarios.Documents.Systems.Attestation;

namespace StagingHarness.Scenarios.Validation;

/// <summary>What a server attests tells every version of it from every other.</summary>
internal static class AttestRules
{
    public static void Check(SystemContext context)
    {
        foreach (var service in context.Services)
        {
            if (service.Value?.Value is { Attest: { } attest } document)
            {
                CheckPlatform(context, service.Name.Value, document, attest);
                CheckConfiguration(context, service.Name.Value, document, attest.Value);
                if (attest.Value is DigestAttestDocument digest)
                {
                    CheckDigest(context, digest, document.Releases);
                }
            }
        }
    }

    private static void CheckPlatform(SystemContext context, string service, ServiceDocument document, Spanned<AttestDocument> attest)
    {
        switch (attest.Value, document.HasPlatforms)
        {
            case (JsonAttestDocument { HasPlatform: false }, true):
                Missing(context, service, attest.Span, "platform", "/platform");
                break;
            case (HeaderAttestDocument { HasPlatformHeader: false }, true):
                Missing(context, service, attest.Span, "platform-header", "X-Platform");
                break;
            case (CommandAttestDocument or DigestAttestDocument, true):
                context.Findings.Report(
                    FindingCode.PlatformNotAttested,
                    attest.Span,
                    $"service '{service}' has platforms, and this tells only the release.",
                    "attest both with 'path', 'release' and 'platform', or with 'release-header' and 'platform-header'");
                break;
            case (JsonAttestDocument { Platform: { } platform }, false):
                Misfit(context, service, platform.Span, "platform", "platforms");
                break;
            case (HeaderAttestDocument { PlatformHeader: { } platform }, false):
                Misfit(context, service, platform.Span, "platform-header", "platforms");
                break;
        }
    }

    private static void CheckConfiguration(SystemContext context, string service, ServiceDocument document, AttestDocument attest)
    {
        var (key, told) = attest switch
        {
            JsonAttestDocument json => ("configuration", json.Configuration),
            HeaderAttestDocument header => ("configuration-header", header.ConfigurationHeader),
            _ => ("", null),
        };
        if (told is not null && !document.HasConfigurations)
        {
            Misfit(context, service, told.Span, key, "configurations");
        }
    }

    private static void Missing(SystemContext context, string service, SourceSpan span, string key, string sample) =>
        context.Findings.Report(
            FindingCode.MissingKey,
            span,
            $"key '{key}' is missing in 'services.{service}.attest'.",
            $"add '{key}: {sample}': the service has platforms");

    private static void Misfit(SystemContext context, string service, SourceSpan span, string key, string section) =>
        context.Findings.Report(
            FindingCode.KeyDoesNotFit,
            span,
            $"'{key}' does not fit service '{service}', which has no {section}.",
            $"remove it, or give the service '{section}'");

    private static void CheckDigest(
        SystemContext context,
        DigestAttestDocument digest,
        Spanned<ImmutableArray<Named<ArtifactDocument>>>? releases)
    {
        if (digest.Digest is { Value: false } refused)
        {
            context.Findings.Report(
                FindingCode.KeyDoesNotFit,
                refused.Span,
                "a version that its digest does not attest must be attested by something.",
                "write 'digest: true', or one of 'release', 'release-header' and 'command' instead");
            return;
        }

        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var release in releases?.Value ?? [])
        {
            if (release.Value?.Value.Origin is { } origin && !known.TryAdd(Identity(context, origin, release.Value.Value), release.Name.Value))
            {
                context.Findings.Report(
                    FindingCode.ReleasesAlike,
                    origin.Span,
                    $"releases '{known[Identity(context, origin, release.Value.Value)]}' and '{release.Name.Value}' name the same '{origin.Value}', so their digests cannot tell them apart.",
                    "let each name one of its own, or attest them in another way");
            }
        }
    }

    private static string Identity(SystemContext context, Spanned<string> origin, ArtifactDocument artifact) =>
        artifact is ImageArtifactDocument ? $"image {origin.Value}" : $"file {context.Root.Resolve(context.File, origin.Value)}";
}
