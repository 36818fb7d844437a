namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>What is expected of the page.</summary>
internal enum PageWish
{
    Sent,
    None,
}
