namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>Where things lie in the harness's images and containers.</summary>
internal static class StagePaths
{
    public const string Platform = "/stage/platform";

    public const string Release = "/stage/release";

    /// <summary>Folder of the harness's own programs, one folder each.</summary>
    public const string Programs = "/stage/programs";

    /// <summary>Texts of the run, such as its CA; only the harness writes there.</summary>
    public const string Texts = "/stage/texts";

    /// <summary>Lives in memory, and any user may write there.</summary>
    public const string Work = "/stage/work";
}
