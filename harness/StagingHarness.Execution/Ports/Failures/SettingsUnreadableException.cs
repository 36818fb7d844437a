namespace StagingHarness.Execution.Ports.Failures;

/// <summary>A file of a configuration cannot be read.</summary>
public sealed class SettingsUnreadableException(string file, Exception cause)
    : EnvironmentException($"File '{file}' of a configuration cannot be read: {cause.Message}");
