namespace StagingHarness.Execution.Ports.Instances;

/// <summary>What a command in an instance came to.</summary>
public sealed record CommandResult(int ExitCode, string Output, string Error);
