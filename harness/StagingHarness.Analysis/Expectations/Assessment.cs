namespace StagingHarness.Analysis.Expectations;

/// <summary>What came of holding counts against a quantifier.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="Got">What was measured, in words.</param>
/// <param name="Reason">Why it is inconclusive; null when it is not.</param>
internal sealed record Assessment(Standing Standing, string Got, string? Reason);
