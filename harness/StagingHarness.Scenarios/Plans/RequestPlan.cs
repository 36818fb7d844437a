namespace StagingHarness.Scenarios.Plans;

/// <summary>One kind of request in the traffic. <see cref="Index"/> is its route number in samples.</summary>
public sealed record RequestPlan(int Index, string Method, string Path)
{
    public override string ToString() => $"{Method} {Path}";
}
