namespace StagingHarness.Link;

/// <summary>The link was started wrongly.</summary>
internal sealed class SettingsException(string message) : Exception(message);
