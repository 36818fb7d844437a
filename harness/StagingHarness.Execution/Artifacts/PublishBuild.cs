using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Programs;
using StagingHarness.Execution.Supervision;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Execution.Artifacts;

/// <summary>
/// One build that publishes several projects: restores them together, builds each project and what they share once, in
/// parallel, then publishes each. All that it writes lies in its own folder, which begins empty: a build on top of an older
/// one decides by the times of files, and an input that came back with an older time would be missed.
/// </summary>
internal sealed class PublishBuild(string folder, string workingDirectory, HarnessProgramLocator programs, TimeProvider timeProvider)
{
    /// <summary>Configuration in which everything is built.</summary>
    public const string Configuration = "Release";

    private string LogFile => Path.Combine(folder, "build.log");

    /// <summary>Publishes; returns the folder of each project, in their order.</summary>
    /// <exception cref="ArtifactBuildException">A project does not build.</exception>
    public async Task<ImmutableArray<string>> RunAsync(ImmutableArray<PublishOrder> orders, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        var outputs = orders.Select((_, index) => Path.Combine(folder, "publish", index.ToString(CultureInfo.InvariantCulture))).ToImmutableArray();
        WriteProjectSettings();
        WriteTraversal(orders, outputs);
        var exitCode = await BuildAsync(cancellationToken);
        if (exitCode != 0)
        {
            throw BuildFailure.From(orders, ReadLog());
        }

        foreach (var (order, output) in orders.Zip(outputs))
        {
            if (!Directory.Exists(output))
            {
                throw new ArtifactBuildException(
                    order.Plan.Id, $"the publish of '{order.Plan.ProjectFile}' wrote no files where it was told to.", ReadLog());
            }
        }

        return outputs;
    }

    private async Task<int> BuildAsync(CancellationToken cancellationToken)
    {
        await using var supervisor = SupervisorClient.Start(programs, $"publish-{Path.GetFileName(folder)}", timeProvider);
        var build = await supervisor.StartAsync(
            id => new StartCommand
            {
                Id = id,
                File = DotnetHost.Locate(),
                Arguments =
                [
                    "msbuild", Path.Combine(folder, "publish.proj"), "-restore", "-target:Publish", "-maxCpuCount", "-nodeReuse:false",
                    "-noLogo", "-terminalLogger:off", "-verbosity:quiet", "-consoleLoggerParameters:NoSummary",
                    .. GlobalProperties().Select(property => $"-property:{property.Name}={property.Value}"),
                ],
                Environment = ImmutableSortedDictionary<string, string?>.Empty
                    .Add("DOTNET_CLI_USE_MSBUILD_SERVER", "0")
                    .Add("DOTNET_CLI_UI_LANGUAGE", "en")
                    .Add("DOTNET_NOLOGO", "1"),
                WorkingDirectory = workingDirectory,
                LogFile = LogFile,
            },
            cancellationToken);
        var exitCode = await build.Exited.WaitAsync(cancellationToken);
        supervisor.ThrowIfLost();
        return exitCode ?? -1;
    }

    // Global, so that no project can say otherwise: nothing is written beside the sources, no server outlives the build.
    private (string Name, string Value)[] GlobalProperties() =>
    [
        ("Configuration", Configuration),
        ("ArtifactsPath", Path.Combine(folder, "build")),
        ("CustomBeforeDirectoryBuildProps", Path.Combine(folder, "project.props")),
        ("UseAppHost", "false"),
        ("SelfContained", "false"),
        ("PublishSingleFile", "false"),
        ("PublishTrimmed", "false"),
        ("PublishAot", "false"),
        ("GeneratePackageOnBuild", "false"),
        ("UseSharedCompilation", "false"),
        // What judges sources and packages changes no published byte, and is the business of the system's own build.
        ("RunAnalyzers", "false"),
        ("EnforceCodeStyleInBuild", "false"),
        ("NuGetAudit", "false"),
    ];

    /// <summary>Two projects of one name in two folders get two folders for their output.</summary>
    private void WriteProjectSettings() =>
        new XElement("Project",
            new XElement("PropertyGroup",
                new XElement("ArtifactsProjectName", "$(MSBuildProjectName)-$([MSBuild]::StableStringHash('$(MSBuildProjectFullPath)', 'Sha256').Substring(0, 12))")))
        .Save(Path.Combine(folder, "project.props"));

    private void WriteTraversal(ImmutableArray<PublishOrder> orders, ImmutableArray<string> outputs) =>
        new XElement("Project",
            new XElement("PropertyGroup",
                new XElement("RestoreGraphProjectInput", string.Join(';', orders.Select(order => Escape(order.ProjectFile)).Distinct()))),
            new XElement("Import", new XAttribute("Project", @"$(MSBuildToolsPath)\NuGet.targets")),
            new XElement("ItemGroup",
                orders.Select((order, index) => new XElement("Artifact",
                    new XAttribute("Include", Escape(order.ProjectFile)),
                    new XAttribute("PublishDir", Escape(outputs[index] + Path.DirectorySeparatorChar))))),
            new XElement("Target", new XAttribute("Name", "Publish"),
                // First all with the same properties: what projects share is one build, not one for each of them.
                new XElement("MSBuild",
                    new XAttribute("Projects", "@(Artifact)"),
                    new XAttribute("Targets", "Build"),
                    new XAttribute("BuildInParallel", "true")),
                new XElement("MSBuild",
                    new XAttribute("Projects", "@(Artifact)"),
                    new XAttribute("Targets", "Publish"),
                    new XAttribute("Properties", "NoBuild=true;PublishDir=%(Artifact.PublishDir)"),
                    new XAttribute("BuildInParallel", "true"))))
        .Save(Path.Combine(folder, "publish.proj"));

    private ImmutableArray<string> ReadLog() => File.Exists(LogFile)
        ? [.. File.ReadLines(LogFile).Select(line => LogLine.TryParse(line, out var parsed) ? parsed.Text : line)]
        : [];

    private static string Escape(string path) =>
        path.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal)
            .Replace("$", "%24", StringComparison.Ordinal).Replace("@", "%40", StringComparison.Ordinal);
}
