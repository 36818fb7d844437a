namespace StagingHarness.Execution.Ports.Failures;

/// <summary>
/// An instance did not start. Whether the environment is to blame or what was started, the step tells: where others of its kind started on
/// the same engine before, it is the new version.
/// </summary>
public interface IStartFailure
{
    /// <summary>What it wrote, relative to the run folder; null where it never ran.</summary>
    string? Log => null;
}
