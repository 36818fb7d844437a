using System.Net.Sockets;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Execution.Traffic;

/// <summary>A generator that is warm, and waits for its schedule to begin.</summary>
internal sealed class WarmGenerator(IInstance instance, TcpClient client, GeneratorWarm warm, TimeSpan requestTimeout, TimeProvider timeProvider) : IDisposable
{
    private bool _hasBegun;

    /// <summary>It sends from that moment on; whoever gets the session owns the connection.</summary>
    /// <param name="firstDue">The first moment of the schedule, from the epoch.</param>
    /// <param name="sink">Gets its samples.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ControlException">The generator is lost.</exception>
    public async Task<GeneratorSession> BeginAsync(TimeSpan firstDue, ISampleSink sink, CancellationToken cancellationToken)
    {
        try
        {
            using var writer = new FrameWriter(client.GetStream());
            var begin = new GeneratorBegin(firstDue.Ticks * TimeSpan.NanosecondsPerTick);
            await writer.WriteAsync(FrameType.Begin, GeneratorJson.Write(begin, GeneratorJson.Default.GeneratorBegin), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new ControlException("generator", $"telling it to begin failed: {exception.Message}", exception);
        }

        _hasBegun = true;
        return new GeneratorSession(instance, client, warm, firstDue, requestTimeout, sink, timeProvider);
    }

    public void Dispose()
    {
        if (!_hasBegun)
        {
            client.Dispose();
        }
    }
}
