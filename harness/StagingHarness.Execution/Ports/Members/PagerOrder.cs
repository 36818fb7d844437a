namespace StagingHarness.Execution.Ports.Members;

/// <summary>How the pager begins.</summary>
/// <param name="RoutingKey">By which it knows where an event belongs (made for this run).</param>
public sealed record PagerOrder(string RoutingKey);
