using BenchmarkDotNet.Attributes;
using StagingHarness.Analysis.Latency;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Benchmarks.Parts;

/// <summary>Latencies: one into the histogram, and what is asked of it when a million are there.</summary>
public class LatencyPart
{
    private const int Million = 1_000_000;
    private const int Few = 1_000;

    private static readonly Percentile P99 = new(99);

    private readonly LatencyRecorder _few = new();
    private readonly LatencyRecorder _million = new();
    private Sample[] _samples = [];

    [GlobalSetup]
    public void MakeSamples()
    {
        _samples = MadeSamples.Of(Million);
        foreach (var sample in _samples)
        {
            _million.Record(sample);
        }
    }

    [Benchmark(OperationsPerInvoke = Few, Description = "latency, recorded")]
    public void Record()
    {
        for (var index = 0; index < Few; index++)
        {
            _few.Record(_samples[index]);
        }
    }

    [Benchmark(Description = "p99 of a million, recorded before")]
    public long Percentile() => _million.At(P99);

    [Benchmark(Description = "a million recorded, and their p99")]
    public long RecordAndAsk()
    {
        var recorder = new LatencyRecorder();
        foreach (var sample in _samples)
        {
            recorder.Record(sample);
        }

        return recorder.At(P99);
    }
}
