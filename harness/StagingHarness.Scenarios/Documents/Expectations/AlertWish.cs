namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>What is expected of an alert rule.</summary>
internal enum AlertWish
{
    Fired,
    Silent,
}
