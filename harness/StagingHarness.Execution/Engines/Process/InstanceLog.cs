namespace StagingHarness.Execution.Engines.Process;

/// <summary>Log file of an instance. A start that is tried again writes on where the last one ended.</summary>
/// <param name="RelativePath">From the run folder, with forward slashes.</param>
/// <param name="FullPath">The file.</param>
/// <param name="Start">Length of the file before this start, in bytes.</param>
internal sealed record InstanceLog(string RelativePath, string FullPath, long Start)
{
    public static InstanceLog Open(string runFolder, string instance, int generation)
    {
        var relative = $"logs/{instance}.{generation}.log";
        var full = Path.Combine(runFolder, "logs", $"{instance}.{generation}.log");
        var file = new FileInfo(full);
        return new InstanceLog(relative, full, file.Exists ? file.Length : 0);
    }
}
