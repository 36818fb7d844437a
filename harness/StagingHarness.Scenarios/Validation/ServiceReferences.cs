using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Checks that a name leads to a service, or to a version of it.</summary>
internal static class ServiceReferences
{
    /// <summary>The service exists in the system.</summary>
    public static void CheckKnown(ValidationContext context, Spanned<string> service)
    {
        var known = context.Services.Select(candidate => candidate.Name.Value).ToList();
        if (known.Count > 0 && !known.Contains(service.Value))
        {
            context.Findings.Report(
                FindingCode.UnknownService,
                service.Span,
                $"the system has no service '{service.Value}'.",
                NearestName.Hint(service.Value, known));
        }
    }

    /// <summary>The service exists, and stands on the stage.</summary>
    public static void CheckStaged(ValidationContext context, Spanned<string> service)
    {
        CheckKnown(context, service);
        var staged = context.Stage.Select(placement => placement.Name.Value).ToList();
        var known = context.Services.Select(candidate => candidate.Name.Value).ToHashSet(StringComparer.Ordinal);

        // A misspelt name on the stage is most likely the one that is missed here.
        var isStageKnown = staged.Count > 0 && staged.TrueForAll(known.Contains);
        if (isStageKnown && known.Contains(service.Value) && !staged.Contains(service.Value))
        {
            context.Findings.Report(
                FindingCode.NotOnStage,
                service.Span,
                $"service '{service.Value}' does not stand on the stage.",
                $"add it to 'stage', or name one that stands there: {NearestName.List(staged)}");
        }
    }

    /// <summary>The releases, platforms and configurations that are named exist.</summary>
    public static void CheckVersion(ValidationContext context, string service, VersionDocument version)
    {
        var (release, platform, configuration) = (version.Release, version.Platform, version.Configuration);
        if (context.Service(service) is not { } document)
        {
            return;
        }

        CheckAxis(context, service, "release", FindingCode.UnknownRelease, release, document.Releases);
        CheckAxis(context, service, "platform", FindingCode.UnknownPlatform, platform, document.Platforms);
        if (platform is not null && !document.HasPlatforms)
        {
            context.Findings.Report(
                FindingCode.UnknownPlatform,
                platform.Span,
                $"service '{service}' has no platforms.",
                "name a 'release' alone; it brings its platform along");
        }

        CheckAxis(context, service, "configuration", FindingCode.UnknownConfiguration, configuration, document.Configurations);
        if (configuration is not null && !document.HasConfigurations)
        {
            context.Findings.Report(
                FindingCode.UnknownConfiguration,
                configuration.Span,
                $"service '{service}' has no configurations.",
                "remove it, or give the service 'configurations' in the system file");
        }
    }

    private static void CheckAxis<TVersion>(
        ValidationContext context,
        string service,
        string axis,
        FindingCode code,
        Spanned<string>? given,
        Spanned<ImmutableArray<Named<TVersion>>>? versions)
        where TVersion : class
    {
        if (given is null || versions is null || versions.Value.Any(version => version.Name.Value == given.Value))
        {
            return;
        }

        context.Findings.Report(
            code,
            given.Span,
            $"service '{service}' has no {axis} '{given.Value}'.",
            $"it has {NearestName.List([.. versions.Value.Select(version => version.Name.Value)])}");
    }
}
