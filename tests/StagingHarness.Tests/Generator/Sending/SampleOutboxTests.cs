using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Sending;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Tests.Generator.Sending;

public sealed class SampleOutboxTests
{
    private static readonly ServerStamp One = new("portal-1", "1.0", "1");
    private static readonly ServerStamp Two = new("portal-2", "1.0", "1");

    [Test]
    public async Task Outbox_sends_samples_in_order_and_each_stamp_once_before_them()
    {
        var fault = new SessionFault();
        var (outbox, frames) = await SendAsync(fault, 100, [
            Answered(0, One),
            Answered(2, server: null),
            Answered(1, Two),
            Answered(3, One),
            Answered(4, One) with { Outcome = Outcome.Failed(Failure.ConnectionLost, One) }]);

        frames.Select(frame => frame.Type).Should().Equal(FrameType.StampDefined, FrameType.StampDefined, FrameType.Samples);
        GeneratorJson.Read(frames[0], GeneratorJson.Default.StampDefinition).Should().Be(new StampDefinition(1, One));
        GeneratorJson.Read(frames[1], GeneratorJson.Default.StampDefinition).Should().Be(new StampDefinition(2, Two));
        var samples = Enumerable.Range(0, 5).Select(index => Sample.ReadFrom(frames[2].Payload.Span[(index * Sample.Size)..])).ToArray();
        samples.Select(sample => (sample.Sequence, sample.Stamp)).Should().Equal((0u, 1), (2u, 0), (1u, 2), (3u, 1), (4u, 1));
        samples[4].Failure.Should().Be(Failure.ConnectionLost);
        outbox.Answered.Should().Be(4);
        outbox.Unanswered.Should().Be(1);
        fault.Raised.IsCompleted.Should().BeFalse();
    }

    [Test]
    public async Task Outbox_counts_answers_by_what_the_gateway_saw_spoken()
    {
        var one = Answered(0, One);
        var spoken = one with { Outcome = one.Outcome with { Spoken = "HTTP/2 over TLS" } };
        var (outbox, _) = await SendAsync(new SessionFault(), 100, [
            spoken,
            spoken,
            one with { Outcome = one.Outcome with { Spoken = SpokenProtocol.Unsaid } },
            one,
            spoken with { Outcome = Outcome.Failed(Failure.ConnectionLost, One) with { Spoken = "HTTP/2 over TLS" } }]);

        outbox.Spoken.Should().Equal(new Dictionary<string, long> { ["HTTP/2 over TLS"] = 2, ["not said"] = 1 });
    }

    [Test]
    public async Task Outbox_measures_from_the_scheduled_moment()
    {
        var (_, frames) = await SendAsync(new SessionFault(), 100, [
            new Measured(7, 3, Due: 5_000_000, Sent: 5_250_000, Done: 9_000_000, new Outcome(503, Answerer.Gateway, Failure.None, null))]);

        Sample.ReadFrom(frames.Single().Payload.Span).Should().Be(new Sample
        {
            DueNanoseconds = 5_000_000,
            SendDelayMicroseconds = 250,
            LatencyMicroseconds = 4_000,
            Status = 503,
            Answerer = Answerer.Gateway,
            Failure = Failure.None,
            Route = 3,
            Stamp = 0,
            Sequence = 7,
        });
    }

    [Test]
    public async Task Outbox_with_more_than_a_frame_holds_splits_between_samples()
    {
        const int count = (Frame.LargestPayload / Sample.Size) + 1;

        var (_, frames) = await SendAsync(
            new SessionFault(), count, Enumerable.Range(0, count).Select(index => Answered(index, server: null)));

        frames.Select(frame => frame.Payload.Length).Should().Equal(Frame.LargestPayload, Sample.Size);
    }

    [Test]
    public async Task Outbox_that_nobody_reads_faults_the_traffic_at_its_bound()
    {
        var fault = new SessionFault();
        await SendAsync(fault, 3, Enumerable.Range(0, 4).Select(index => Answered(index, server: null)));

        var raised = () => fault.Raised;

        await raised.Should().ThrowAsync<GeneratorException>().WithMessage(
            "The harness left 3 samples unread; give it more processor time, or lower the traffic rate.");
    }

    [Test]
    public async Task Outbox_with_stamps_without_end_faults_the_traffic()
    {
        var fault = new SessionFault();
        await SendAsync(fault, 10_000, Enumerable.Range(0, SampleOutbox.LargestStamp + 1)
            .Select(index => Answered(index, new ServerStamp($"portal-{index}", "1.0", "1"))));

        var raised = () => fault.Raised;

        await raised.Should().ThrowAsync<GeneratorException>().WithMessage(
            "More than 4096 different servers are stamped on the answers; send the traffic through the gateway.");
    }

    [Test]
    public async Task Outbox_sends_what_has_gathered_before_it_is_complete()
    {
        using var stream = new MemoryStream();
        using var writer = new FrameWriter(stream);
        using var outbox = new SampleOutbox(writer, new SessionFault(), 100);

        outbox.Add(Answered(0, One));
        outbox.SendGathered(CancellationToken.None);
        outbox.SendGathered(CancellationToken.None);
        outbox.Add(Answered(1, One));
        outbox.SendGathered(CancellationToken.None);

        var frames = await ReadAsync(stream);
        frames.Select(frame => frame.Type).Should().Equal(FrameType.StampDefined, FrameType.Samples, FrameType.Samples);
        frames.Skip(1).Select(frame => Sample.ReadFrom(frame.Payload.Span).Sequence).Should().Equal(0u, 1u);
    }

    [Test]
    public void Outbox_with_a_connection_that_is_gone_says_so()
    {
        using var writer = new FrameWriter(new GoneStream());
        using var outbox = new SampleOutbox(writer, new SessionFault(), 100);
        outbox.Add(Answered(0, server: null));
        outbox.Complete();

        var running = () => outbox.Run(CancellationToken.None);

        running.Should().Throw<IOException>().WithMessage("gone");
    }

    [Test]
    public void Outbox_that_is_cancelled_sends_no_more()
    {
        using var stream = new MemoryStream();
        using var writer = new FrameWriter(stream);
        using var outbox = new SampleOutbox(writer, new SessionFault(), 100);
        outbox.Add(Answered(0, server: null));

        var running = () => outbox.Run(new CancellationToken(canceled: true));

        running.Should().Throw<OperationCanceledException>();
        stream.Length.Should().Be(0);
        outbox.Invoking(emptied => emptied.SendGathered(new CancellationToken(canceled: true)))
            .Should().Throw<OperationCanceledException>("also where nothing waits");
    }

    private static Measured Answered(long sequence, ServerStamp? server) =>
        new(sequence, 0, sequence * 1_000, sequence * 1_000, sequence * 1_000, new Outcome(200, Answerer.App, Failure.None, server));

    private static async Task<(SampleOutbox Outbox, List<Frame> Frames)> SendAsync(
        SessionFault fault, int capacity, IEnumerable<Measured> measured)
    {
        using var stream = new MemoryStream();
        using var writer = new FrameWriter(stream);
        using var outbox = new SampleOutbox(writer, fault, capacity);
        foreach (var one in measured)
        {
            outbox.Add(one);
        }

        outbox.Complete();
        outbox.Run(CancellationToken.None);

        return (outbox, await ReadAsync(stream));
    }

    private static async Task<List<Frame>> ReadAsync(MemoryStream stream)
    {
        stream.Position = 0;
        var reader = new FrameReader(stream);
        var frames = new List<Frame>();
        while (await reader.ReadAsync(CancellationToken.None) is { } frame)
        {
            frames.Add(frame);
        }

        return frames;
    }

    private sealed class GoneStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("gone");
    }
}
