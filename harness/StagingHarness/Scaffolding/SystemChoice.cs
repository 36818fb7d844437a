using StagingHarness.Files;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Scaffolding;

/// <summary>The system that a new scenario is about.</summary>
/// <param name="File">Absolute.</param>
/// <param name="Plan">Its plan.</param>
internal sealed record SystemChoice(string File, SystemPlan Plan)
{
    /// <summary>Taken where several lie below the root and none is named: the one that the samples of this repository are about.</summary>
    private const string Sample = "client-portal.system.yaml";

    /// <summary>Null when there is none below the root.</summary>
    /// <exception cref="ScaffoldRefusedException">It has findings, or which one is meant cannot be told.</exception>
    public static SystemChoice? Find(string? named, string root)
    {
        if (named is not null)
        {
            return Read(Path.GetFullPath(named));
        }

        var files = FileGlob.Match(root, $"**/*{FileFinder.SystemSuffix}");
        return (files.Count, files.FirstOrDefault(file => Path.GetFileName(file) == Sample)) switch
        {
            (0, _) => null,
            (_, { } sample) => Read(sample),
            (1, _) => Read(files[0]),
            _ => throw new ScaffoldRefusedException(
                $"there are several systems; name one with '--system': {NearestName.List([.. files.Select(file => Path.GetRelativePath(root, file))])}"),
        };
    }

    private static SystemChoice Read(string file)
    {
        var (findings, plan) = SystemLoader.Load(file);
        return plan is null
            ? throw new ScaffoldRefusedException($"system file '{file}' has findings; correct them first:\n{FindingRenderer.Render(findings)}")
            : new SystemChoice(file, plan);
    }
}
