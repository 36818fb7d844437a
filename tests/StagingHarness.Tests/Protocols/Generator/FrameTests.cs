using System.Collections.Immutable;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Tests.Protocols.Generator;

public sealed class FrameTests
{
    [Test]
    public async Task Frames_written_are_read_back_in_order_until_the_end()
    {
        using var stream = new MemoryStream();
        using var writer = new FrameWriter(stream);
        var largest = new byte[Frame.LargestPayload];
        largest[^1] = 7;
        await writer.WriteAsync(FrameType.Hello, "secret"u8.ToArray(), CancellationToken.None);
        await writer.WriteAsync(FrameType.Samples, largest, CancellationToken.None);
        await writer.WriteAsync(FrameType.Stop, Array.Empty<byte>(), CancellationToken.None);

        stream.Position = 0;
        var reader = new FrameReader(new Trickle(stream));
        var hello = await reader.ReadAsync(CancellationToken.None);
        var samples = await reader.ReadAsync(CancellationToken.None);
        var stop = await reader.ReadAsync(CancellationToken.None);

        hello!.Value.Type.Should().Be(FrameType.Hello);
        Encoding.UTF8.GetString(hello.Value.Payload.Span).Should().Be("secret");
        samples!.Value.Payload.ToArray().Should().Equal(largest);
        stop!.Value.Should().Match<Frame>(frame => frame.Type == FrameType.Stop && frame.Payload.Length == 0);
        (await reader.ReadAsync(CancellationToken.None)).Should().BeNull();
    }

    [TestCase(1, "The connection ended inside a frame header, after 1 of 5 bytes.")]
    [TestCase(4, "The connection ended inside a frame header, after 4 of 5 bytes.")]
    [TestCase(5, "The connection ended inside frame 'Hello', after 0 of 6 bytes.")]
    [TestCase(10, "The connection ended inside frame 'Hello', after 5 of 6 bytes.")]
    public async Task Frame_truncated_is_an_error_and_not_an_end(int bytes, string message)
    {
        using var stream = new MemoryStream();
        using var writer = new FrameWriter(stream);
        await writer.WriteAsync(FrameType.Hello, "secret"u8.ToArray(), CancellationToken.None);
        stream.SetLength(bytes);
        stream.Position = 0;

        var read = async () => await new FrameReader(stream).ReadAsync(CancellationToken.None);

        await read.Should().ThrowAsync<FrameException>().WithMessage(message);
    }

    [TestCase(new byte[] { 1, 0, 128, 0, 18 }, "Frame 'Samples' announces 8388609 bytes; at most 8388608 are allowed.")]
    [TestCase(new byte[] { 255, 255, 255, 255, 18 }, "Frame 'Samples' announces 4294967295 bytes; at most 8388608 are allowed.")]
    [TestCase(new byte[] { 0, 0, 0, 0, 99 }, "Frame type 99 is unknown; the two sides are of different versions.")]
    public async Task Frame_header_of_no_frame_is_refused_before_the_payload(byte[] header, string message)
    {
        var read = async () => await new FrameReader(new MemoryStream(header)).ReadAsync(CancellationToken.None);

        await read.Should().ThrowAsync<FrameException>().WithMessage(message);
    }

    [Test]
    public async Task Frame_oversized_is_not_written()
    {
        using var stream = new MemoryStream();
        using var writer = new FrameWriter(stream);

        var write = async () => await writer.WriteAsync(
            FrameType.Samples, new byte[Frame.LargestPayload + 1], CancellationToken.None);

        await write.Should().ThrowAsync<ArgumentException>()
            .WithMessage("Frame 'Samples' would hold 8388609 bytes; at most 8388608 are allowed.*");
        stream.Length.Should().Be(0);
    }

    [Test]
    public void Order_written_as_json_reads_back_the_same()
    {
        var order = new GeneratorOrder
        {
            Target = new Uri("http://gateway:8080/"),
            Routes = [new GeneratorRoute { Host = "gateway", Port = 8080, At = "127.0.0.1:32768" }],
            Requests =
            [
                new GeneratorRequest { Route = 3, Method = "GET", Path = "/api/orders?page=1" },
                new GeneratorRequest { Route = 4, Method = "POST", Path = "/api/orders", Body = "{\"id\":\"{request.id}\"}", ContentType = "application/json" },
            ],
            Seed = -7,
            Headers = ImmutableSortedDictionary<string, string>.Empty.Add("Authorization", "Bearer x"),
            Arrivals = ArrivalOrder.Evenly(333.3),
            Turns = [],
            Timeout = TimeSpan.FromSeconds(5),
            Connections = 64,
            WarmUpRequests = 200,
            EpochTimestamp = long.MaxValue,
            TimestampFrequency = 1_000_000_000,
        };

        var frame = new Frame(FrameType.Order, GeneratorJson.Write(order, GeneratorJson.Default.GeneratorOrder));
        var back = GeneratorJson.Read(frame, GeneratorJson.Default.GeneratorOrder);

        back.Should().BeEquivalentTo(order, options => options.ComparingByMembers<GeneratorOrder>().WithStrictOrdering());
    }

    [TestCase("null", "Frame 'Order' holds null.")]
    [TestCase("{}", "Frame 'Order' cannot be read: *missing required properties*")]
    [TestCase("nonsense", "Frame 'Order' cannot be read: *")]
    public void Order_that_is_none_is_refused(string json, string message)
    {
        var frame = new Frame(FrameType.Order, Encoding.UTF8.GetBytes(json));

        var read = () => GeneratorJson.Read(frame, GeneratorJson.Default.GeneratorOrder);

        read.Should().Throw<FrameException>().WithMessage(message);
    }
}
