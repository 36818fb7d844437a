namespace StagingHarness.Execution.Ports.Members;

/// <summary>What came of a call to the pager.</summary>
/// <param name="Status">Of the answer.</param>
/// <param name="Key">By which the pager knows the matter, as it was sent.</param>
/// <param name="Problem">What the answer says is wrong; null when it was taken.</param>
public sealed record PageAnswer(int Status, string Key, string? Problem);
