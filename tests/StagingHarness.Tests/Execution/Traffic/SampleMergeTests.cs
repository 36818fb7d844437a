using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Execution.Traffic;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Tests.Execution.Traffic;

public sealed class SampleMergeTests
{
    private static readonly ServerStamp First = new("portal-1", "1.0", "1");
    private static readonly ServerStamp Second = new("portal-2", "1.0", "1");

    [Test]
    public void Server_has_one_number_whatever_number_each_generator_gave_it()
    {
        var whole = new ListingSink();
        var merge = new SampleMerge(whole);
        var (one, other) = (merge.Add(), merge.Add());

        one.OnStamp(1, First);
        other.OnStamp(1, Second);
        other.OnStamp(2, First);
        one.OnSamples([Sample(0, stamp: 1)]);
        other.OnSamples([Sample(1, stamp: 1), Sample(3, stamp: 2), Sample(5, stamp: 0)]);

        whole.Stamps.Should().Equal((1, First), (2, Second));
        whole.Samples.Select(sample => (sample.Sequence, sample.Stamp)).Should().Equal((0u, (ushort)1), (1u, (ushort)2), (3u, (ushort)1), (5u, (ushort)0));
    }

    private static Sample Sample(uint sequence, ushort stamp) => new()
    {
        DueNanoseconds = 0,
        SendDelayMicroseconds = 0,
        LatencyMicroseconds = 0,
        Status = 200,
        Answerer = stamp == 0 ? Answerer.Gateway : Answerer.App,
        Failure = Failure.None,
        Route = 0,
        Stamp = stamp,
        Sequence = sequence,
    };

    private sealed class ListingSink : ISampleSink
    {
        public List<(int Number, ServerStamp Server)> Stamps { get; } = [];

        public List<Sample> Samples { get; } = [];

        public void OnStamp(int stamp, ServerStamp server) => Stamps.Add((stamp, server));

        public void OnSamples(ReadOnlySpan<Sample> samples) => Samples.AddRange(samples);
    }
}
