using BenchmarkDotNet.Attributes;
using StagingHarness.Protocols.Arrivals;

namespace StagingHarness.Benchmarks.Parts;

/// <summary>The next moment of a schedule.</summary>
public class ArrivalPart
{
    private const double PerSecond = 2_000;
    private const long Seed = 1;

    private readonly ArrivalSequence _even = ArrivalSequence.Of(ArrivalOrder.Evenly(PerSecond), Seed);
    private readonly ArrivalSequence _poisson = ArrivalSequence.Of(ArrivalOrder.Evenly(PerSecond) with { IsPoisson = true }, Seed);

    [Benchmark(Description = "next arrival, evenly")]
    public long Even() => _even.Next();

    [Benchmark(Description = "next arrival, Poisson")]
    public long Poisson() => _poisson.Next();
}
