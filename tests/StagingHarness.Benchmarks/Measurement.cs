using System.Collections.Immutable;
using System.Globalization;

namespace StagingHarness.Benchmarks;

/// <summary>How long a process took, several times.</summary>
/// <param name="Name">What it did.</param>
/// <param name="Times">In ascending order; at least one.</param>
internal sealed record Measurement(string Name, ImmutableArray<TimeSpan> Times)
{
    public TimeSpan Median => Times[Times.Length / 2];

    /// <summary>One line: median, fastest and slowest, and how many times as long as the reference.</summary>
    public string Line(Measurement reference) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-30}  median {Median.TotalMilliseconds,5:0} ms  ({Times[0].TotalMilliseconds:0} to {Times[^1].TotalMilliseconds:0} ms, {Times.Length} runs)  {Median / reference.Median:0.0} times an empty process");
}
