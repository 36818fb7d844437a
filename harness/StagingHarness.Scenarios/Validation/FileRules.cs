using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Documents.Systems.Artifacts;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Files that servers and jobs are made of lie below the root, and each is put at a place of its own.</summary>
internal static class FileRules
{
    public static void Check(SystemContext context)
    {
        foreach (var service in context.Services.Select(service => service.Value?.Value).OfType<ServiceDocument>())
        {
            foreach (var artifact in (service.Releases?.Value ?? []).Concat(service.Platforms?.Value ?? []))
            {
                CheckArtifact(context, artifact.Value?.Value);
            }

            var own = service.Start?.Value.Files?.Value ?? [];
            CheckFiles(context, own, []);
            foreach (var configuration in service.Configurations?.Value ?? [])
            {
                var files = configuration.Value?.Value.Files?.Value ?? [];
                CheckFiles(context, files, own.Where(file => files.All(other => other.Name.Value != file.Name.Value)));
            }
        }

        foreach (var job in context.Jobs.Select(job => job.Value?.Value).OfType<JobDocument>())
        {
            CheckArtifact(context, job.Runs?.Value);
            CheckFiles(context, job.Files?.Value ?? [], []);
        }
    }

    /// <param name="context">The system.</param>
    /// <param name="files">What is looked at.</param>
    /// <param name="below">Files that lie there already; they were looked at elsewhere.</param>
    private static void CheckFiles(
        SystemContext context, ImmutableArray<Named<StartFileDocument>> files, IEnumerable<Named<StartFileDocument>> below)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in below)
        {
            if (file.Value?.Value.At is { } at)
            {
                places.TryAdd(at.Value, file.Name.Value);
            }
        }

        foreach (var file in files)
        {
            CheckExists(context, file.Value?.Value.Source, "file", FindingCode.FileMissing);
            CheckPlace(context, file, places);
        }
    }

    private static void CheckArtifact(SystemContext context, ArtifactDocument? artifact)
    {
        switch (artifact)
        {
            case ProjectArtifactDocument project:
                CheckExists(context, project.Project, "project", FindingCode.ProjectMissing);
                break;
            case DockerfileArtifactDocument dockerfile:
                CheckExists(context, dockerfile.Dockerfile, "Dockerfile", FindingCode.FileMissing);
                break;
        }
    }

    private static void CheckExists(SystemContext context, Spanned<string>? file, string what, FindingCode missing)
    {
        if (file is null)
        {
            return;
        }

        if (context.Root.Resolve(context.File, file.Value) is not { } path)
        {
            context.Findings.Report(
                FindingCode.PathNotInside,
                file.Span,
                $"{what} '{file.Value}' lies outside the scenario root.",
                $"the root is the folder of the solution; move the {what} below it");
        }
        else if (!context.Root.HasFile(path))
        {
            context.Findings.Report(
                missing,
                file.Span,
                what == "project" ? $"project file '{path}' does not exist." : $"{what} '{path}' does not exist.",
                $"the path counts from the folder of this file; correct it, or add the {what}");
        }
    }

    private static void CheckPlace(SystemContext context, Named<StartFileDocument> file, Dictionary<string, string> places)
    {
        if (file.Value?.Value.At is { } at && !places.TryAdd(at.Value, file.Name.Value))
        {
            context.Findings.Report(
                FindingCode.ListedTwice,
                at.Span,
                $"file '{places[at.Value]}' is put at '{at.Value}' already.",
                "put each file at a place of its own");
        }
    }
}
