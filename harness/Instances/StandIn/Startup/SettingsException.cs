namespace StagingHarness.StandIn.Startup;

/// <summary>The stand-in was started wrongly.</summary>
internal sealed class SettingsException(string message) : Exception(message);
