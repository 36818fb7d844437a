using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Documents.Systems.Artifacts;
using StagingHarness.Scenarios.Documents.Systems.Attestation;

namespace StagingHarness.Scenarios.Validation;

/// <summary>A platform loads the projects that are its releases; a release of a service without platforms brings everything itself.</summary>
internal static class ArtifactRules
{
    public static void Check(SystemContext context)
    {
        foreach (var service in context.Services)
        {
            if (service.Value?.Value is { } document)
            {
                Check(context, service.Name.Value, document);
            }
        }
    }

    /// <summary>How an artifact starts without containers; null when nothing says so.</summary>
    public static Spanned<LocalDocument>? LocalOf(ArtifactDocument? artifact) => artifact switch
    {
        ImageArtifactDocument image => image.Local,
        DockerfileArtifactDocument dockerfile => dockerfile.Local,
        _ => null,
    };

    /// <summary>A command begins with a program; one that is not given is right.</summary>
    public static void CheckCommand(SystemContext context, Spanned<ImmutableArray<Spanned<string>>>? command)
    {
        if (command is { Value: [{ Value: "" } program, ..] })
        {
            context.Findings.Report(
                FindingCode.Unreadable,
                program.Span,
                "this command begins with an empty text, which is no program.",
                "write the program first: '[nginx, -v]'");
        }
    }

    private static void Check(SystemContext context, string service, ServiceDocument document)
    {
        foreach (var platform in Images(document.Platforms))
        {
            context.Findings.Report(
                FindingCode.ArtifactMisfit,
                platform.Origin.Span,
                $"platform '{platform.Name}' is {platform.Kind}, and a platform is a project that loads the release.",
                "write 'project: ...'; an image that brings everything is a release of a service without 'platforms'");
        }

        if (document.HasPlatforms)
        {
            foreach (var release in Images(document.Releases))
            {
                context.Findings.Report(
                    FindingCode.ArtifactMisfit,
                    release.Origin.Span,
                    $"release '{release.Name}' is {release.Kind}, and the platforms of service '{service}' load projects.",
                    "write 'project: ...', or remove 'platforms': an image brings its own");
            }
        }

        foreach (var command in Commands(document))
        {
            CheckCommand(context, command);
        }

        var project = (document.Releases?.Value ?? []).FirstOrDefault(release => release.Value?.Value is ProjectArtifactDocument);
        if (document.Start?.Value.Port is { } port && project is not null)
        {
            context.Findings.Report(
                FindingCode.KeyDoesNotFit,
                port.Span,
                $"'port' does not fit release '{project.Name.Value}', which is a project.",
                "remove it, and put '{listen.http}' into the 'environment': a project listens where it is told to");
        }
    }

    private static IEnumerable<(string Name, string Kind, Spanned<string> Origin)> Images(
        Spanned<ImmutableArray<Named<ArtifactDocument>>>? artifacts)
    {
        foreach (var artifact in artifacts?.Value ?? [])
        {
            if (artifact.Value?.Value is not ProjectArtifactDocument and { Origin: { } origin } document)
            {
                yield return (artifact.Name.Value, document.Kind, origin);
            }
        }
    }

    private static IEnumerable<Spanned<ImmutableArray<Spanned<string>>>> Commands(ServiceDocument document) =>
        (document.Releases?.Value ?? [])
            .Select(release => LocalOf(release.Value?.Value)?.Value.Command)
            .Append((document.Attest?.Value as CommandAttestDocument)?.Command)
            .OfType<Spanned<ImmutableArray<Spanned<string>>>>();
}
