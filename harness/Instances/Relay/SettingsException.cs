namespace StagingHarness.Relay;

/// <summary>The relay was started wrongly.</summary>
internal sealed class SettingsException(string message) : Exception(message);
