using BenchmarkDotNet.Attributes;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Benchmarks.Parts;

/// <summary>Samples as bytes, which is how they are sent and stored.</summary>
public class SamplePart
{
    private const int Count = 1_000;

    private readonly Sample[] _samples = MadeSamples.Of(Count);
    private readonly byte[] _bytes = new byte[Count * Sample.Size];

    [Benchmark(OperationsPerInvoke = Count, Description = "sample, written")]
    public byte Write()
    {
        for (var index = 0; index < Count; index++)
        {
            _samples[index].WriteTo(_bytes.AsSpan(index * Sample.Size));
        }

        return _bytes[^1];
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "sample, read")]
    public long Read()
    {
        var latencies = 0L;
        for (var index = 0; index < Count; index++)
        {
            var sample = Sample.ReadFrom(_bytes.AsSpan(index * Sample.Size));
            latencies += sample.DueNanoseconds + sample.LatencyMicroseconds + sample.Status + sample.Sequence;
        }

        return latencies;
    }
}
