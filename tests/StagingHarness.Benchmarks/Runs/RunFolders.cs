using StagingHarness.History.Runs;

namespace StagingHarness.Benchmarks.Runs;

/// <summary>Runs that are made to be measured.</summary>
internal sealed class RunFolders(string root)
{
    public const string Scenario = "scenarios/incident/2023-05-13.scenario.yaml";

    public string Path { get; } = System.IO.Path.Combine(root, ".stage", "benchmarks", "runs");

    /// <summary>Arguments of the command that makes one.</summary>
    public string[] RunArguments => ["run", Scenario, "--engine", "process", "--runs", Path];

    public RunFolder Latest => new(Directory.GetDirectories(Path).Max(StringComparer.Ordinal)!);

    public void Clear()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
