using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Execution.Traffic;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Tests.Execution.Traffic;

public sealed class SampleStreamTests
{
    private static readonly ServerStamp Server = new("portal-1", "1.0", "1");

    [Test]
    public async Task Stream_passes_stamps_and_samples_on_in_order_and_ends_with_the_totals()
    {
        var sink = new ListingSink();

        var totals = await ReadAsync(sink, [Stamp(1), Samples(0, 1), Samples(1), Totals(5, 2, 1, 2)]);

        totals.Should().Be(new TrafficTotals(5, 2, 1, 2));
        sink.Seen.Should().Equal("stamp 1 portal-1", "sample 0 stamp 0", "sample 1 stamp 1", "sample 0 stamp 1");
    }

    [TestCase(5, 2, 1, 1, "*5 scheduled, 2 answered, 1 unanswered, 1 dropped, and 3 samples came. The run cannot be judged; run it again.")]
    [TestCase(5, 2, 2, 1, "*its totals do not add up: 5 scheduled, 2 answered, 2 unanswered, 1 dropped, and 3 samples came.*")]
    public async Task Stream_whose_totals_do_not_add_up_is_refused(
        long scheduled, long answered, long unanswered, long dropped, string message)
    {
        var read = () => ReadAsync(new ListingSink(), [Samples(0, 0, 0), Totals(scheduled, answered, unanswered, dropped)]);

        await read.Should().ThrowAsync<ControlException>().WithMessage(message);
    }

    [Test]
    public async Task Stream_with_a_problem_tells_it()
    {
        var read = () => ReadAsync(new ListingSink(), [Samples(0), new Frame(FrameType.Problem, "The cat sat on it."u8.ToArray())]);

        await read.Should().ThrowAsync<ControlException>().WithMessage("The generator did not obey: The cat sat on it.");
    }

    [Test]
    public async Task Samples_that_cannot_be_written_are_no_lost_generator()
    {
        var full = new IOException("No space left on device");

        var samples = () => ReadAsync(new ListingSink { Failure = full }, [Samples(0)]);
        var stamp = () => ReadAsync(new ListingSink { Failure = full }, [Stamp(1)]);

        await samples.Should().ThrowAsync<RecordNotWrittenException>().WithMessage("What the traffic measured could not be written: No space left on device. *");
        await stamp.Should().ThrowAsync<RecordNotWrittenException>();
    }

    [Test]
    public async Task Stream_that_ends_before_the_totals_is_an_error()
    {
        var read = () => ReadAsync(new ListingSink(), [Samples(0)]);

        await read.Should().ThrowAsync<EndOfStreamException>();
    }

    [Test]
    public async Task Stream_with_what_no_generator_sends_is_refused()
    {
        var undefinedStamp = () => ReadAsync(new ListingSink(), [Stamp(1), Samples(2)]);
        var stampGap = () => ReadAsync(new ListingSink(), [Stamp(2)]);
        var halfSample = () => ReadAsync(new ListingSink(), [new Frame(FrameType.Samples, new byte[Sample.Size + 1])]);
        var order = () => ReadAsync(new ListingSink(), [new Frame(FrameType.Order, Array.Empty<byte>())]);

        await undefinedStamp.Should().ThrowAsync<FrameException>()
            .WithMessage("A sample carries stamp 2, which was not defined before.");
        await stampGap.Should().ThrowAsync<FrameException>()
            .WithMessage("Stamp 2 came after stamp 0; stamps are numbered without a gap.");
        await halfSample.Should().ThrowAsync<FrameException>()
            .WithMessage("A frame with samples has 33 bytes, which is no multiple of 32.");
        await order.Should().ThrowAsync<FrameException>().WithMessage("Frame 'Order' came while the traffic flows.");
    }

    private static Frame Stamp(ushort stamp) => new(
        FrameType.StampDefined, GeneratorJson.Write(new StampDefinition(stamp, Server), GeneratorJson.Default.StampDefinition));

    private static Frame Totals(long scheduled, long answered, long unanswered, long dropped) => new(
        FrameType.Totals,
        GeneratorJson.Write(new GeneratorTotals(scheduled, answered, unanswered, dropped), GeneratorJson.Default.GeneratorTotals));

    /// <summary>A frame with one sample for each stamp, numbered from 0.</summary>
    private static Frame Samples(params ushort[] stamps)
    {
        var payload = new byte[stamps.Length * Sample.Size];
        for (var index = 0; index < stamps.Length; index++)
        {
            new Sample
            {
                DueNanoseconds = 0,
                SendDelayMicroseconds = 0,
                LatencyMicroseconds = 0,
                Status = 200,
                Answerer = Answerer.App,
                Failure = Failure.None,
                Route = 0,
                Stamp = stamps[index],
                Sequence = (uint)index,
            }.WriteTo(payload.AsSpan(index * Sample.Size));
        }

        return new Frame(FrameType.Samples, payload);
    }

    private static async Task<TrafficTotals> ReadAsync(ISampleSink sink, Frame[] frames)
    {
        using var stream = new MemoryStream();
        using var writer = new FrameWriter(stream);
        foreach (var frame in frames)
        {
            await writer.WriteAsync(frame.Type, frame.Payload, CancellationToken.None);
        }

        stream.Position = 0;
        return await new SampleStream(new FrameReader(stream), sink, static () => { }).ReadToTotalsAsync(CancellationToken.None);
    }

    private sealed class ListingSink : ISampleSink
    {
        public List<string> Seen { get; } = [];

        public IOException? Failure { get; init; }

        public void OnStamp(int stamp, ServerStamp server)
        {
            ThrowIfItFails();
            Seen.Add($"stamp {stamp} {server.Instance}");
        }

        public void OnSamples(ReadOnlySpan<Sample> samples)
        {
            ThrowIfItFails();
            foreach (var sample in samples)
            {
                Seen.Add($"sample {sample.Sequence} stamp {sample.Stamp}");
            }
        }

        private void ThrowIfItFails()
        {
            if (Failure is not null)
            {
                throw Failure;
            }
        }
    }
}
