using System.Collections.Immutable;

namespace StagingHarness.Execution.Supervision;

/// <summary>What came of removing what dead runs left behind; a line each.</summary>
public sealed record SweepReport(ImmutableArray<string> Removed, ImmutableArray<string> Left)
{
    public static SweepReport Empty { get; } = new([], []);

    /// <summary>All of it, what was removed first.</summary>
    public ImmutableArray<string> Lines => [.. Removed, .. Left];

    public static SweepReport operator +(SweepReport first, SweepReport second) =>
        new(first.Removed.AddRange(second.Removed), first.Left.AddRange(second.Left));

    public static SweepReport Add(SweepReport first, SweepReport second) => first + second;
}
