using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Documents.Systems.Artifacts;

namespace StagingHarness.Scenarios.Validation;

/// <summary>A job is made of a program, needs services that there are, and is told only what a job can know.</summary>
internal static class JobRules
{
    public static void Check(SystemContext context)
    {
        foreach (var job in context.Jobs)
        {
            if (job.Value?.Value is { } document)
            {
                CheckProgram(context, job.Name.Value, document);
                CheckNeeds(context, document);
                CheckPlaceholders(context, document);
            }
        }
    }

    private static void CheckProgram(SystemContext context, string job, JobDocument document)
    {
        switch (document.Runs?.Value)
        {
            case ReleaseArtifactDocument release:
                CheckRelease(context, job, release);
                break;
            case ProjectArtifactDocument when document.Command is { } command:
                context.Findings.Report(
                    FindingCode.KeyDoesNotFit,
                    command.Span,
                    $"'command' does not fit job '{job}', which is a project: its own program is run.",
                    "write 'arguments' instead, or run an image");
                break;
        }

        ArtifactRules.CheckCommand(context, document.Command);
        ArtifactRules.CheckCommand(context, ArtifactRules.LocalOf(document.Runs?.Value)?.Value.Command);
    }

    private static void CheckRelease(SystemContext context, string job, ReleaseArtifactDocument release)
    {
        if (release is not { Of: { } of, Release: { } name })
        {
            return;
        }

        if (context.Services.FirstOrDefault(service => service.Name.Value == of.Value) is not { } service)
        {
            ReportUnknownService(context, of);
        }
        else if (service.Value?.Value is { HasPlatforms: true })
        {
            context.Findings.Report(
                FindingCode.NoProgram,
                of.Span,
                $"job '{job}' cannot run a release of service '{of.Value}': platforms load it, and by itself it is no program.",
                "give the job a 'project' of its own, or an image");
        }
        else if (service.Value?.Value.Releases?.Value is { } releases && releases.All(known => known.Name.Value != name.Value))
        {
            context.Findings.Report(
                FindingCode.UnknownRelease,
                name.Span,
                $"service '{of.Value}' has no release '{name.Value}'.",
                $"it has {NearestName.List([.. releases.Select(known => known.Name.Value)])}");
        }
    }

    private static void CheckNeeds(SystemContext context, JobDocument document)
    {
        foreach (var need in document.Needs?.Value ?? [])
        {
            if (context.Services.All(service => service.Name.Value != need.Value))
            {
                ReportUnknownService(context, need);
            }
        }
    }

    private static void ReportUnknownService(SystemContext context, Spanned<string> name) => context.Findings.Report(
        FindingCode.UnknownService,
        name.Span,
        $"the system has no service '{name.Value}'.",
        NearestName.Hint(name.Value, context.Services.Select(service => service.Name.Value)));

    private static void CheckPlaceholders(SystemContext context, JobDocument document)
    {
        var known = KnownPlaceholders.Of(context.System, document);
        IEnumerable<Spanned<string>> visible =
        [
            .. document.Command?.Value ?? [],
            .. document.Arguments?.Value ?? [],
            .. ArtifactRules.LocalOf(document.Runs?.Value)?.Value.Command?.Value ?? [],
        ];
        PlaceholderRules.CheckUse(
            context,
            [.. visible.SelectMany(Placeholder.In)],
            (document.Environment?.Value ?? []).Select(variable => variable.Value).OfType<Spanned<string>>().SelectMany(Placeholder.In),
            known);
    }
}
