namespace StagingHarness.Gateway.Startup;

/// <summary>The gateway was started wrongly.</summary>
internal sealed class SettingsException(string message) : Exception(message);
