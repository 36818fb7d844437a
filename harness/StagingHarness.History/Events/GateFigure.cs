namespace StagingHarness.History.Events;

/// <summary>What a gate saw of one expectation.</summary>
/// <param name="Number"><c>G1</c> to <c>Gn</c>.</param>
/// <param name="Name">As the author wrote it.</param>
/// <param name="IsMet">Measured with enough samples, and true.</param>
/// <param name="Wanted">What was asked for, in words.</param>
/// <param name="Got">What was measured, in words, with exact counts.</param>
/// <param name="Reason">Why it could not be measured; null when it was.</param>
public sealed record GateFigure(string Number, string Name, bool IsMet, string Wanted, string Got, string? Reason);
