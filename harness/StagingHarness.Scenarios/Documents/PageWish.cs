namespace StagingHarness.Scenarios.Documents;

/// <summary>What is expected of the page.</summary>
internal enum PageWish
{
    Sent,
    None,
}
