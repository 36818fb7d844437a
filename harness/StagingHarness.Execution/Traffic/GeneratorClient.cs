using System.Net.Sockets;
using System.Text;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Execution.Traffic;

/// <summary>Orders traffic from a generator over its control connection; a generator serves one order.</summary>
internal sealed class GeneratorClient(IInstance instance, Uri control, string token, TimeProvider timeProvider)
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(10);

    /// <summary>Returns when it is warm; nothing of its schedule is sent before it is told when that begins.</summary>
    /// <exception cref="ControlException">The generator refused, or ended.</exception>
    public async Task<WarmGenerator> WarmUpAsync(TrafficOrder order, GeneratorShare share, CancellationToken cancellationToken)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            var warm = await OrderAsync(client, order, share, cancellationToken);
            return new WarmGenerator(instance, client, warm, order.Plan.Timeout, timeProvider);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task<GeneratorWarm> OrderAsync(TcpClient client, TrafficOrder order, GeneratorShare share, CancellationToken cancellationToken)
    {
        // The longest possible warm-up, and its last request's timeout on top.
        var startWithin = ConnectWithin + GeneratorProgram.WarmUpWithin + (3 * order.Plan.Timeout) + GeneratorProgram.DrainGrace;
        using var deadline = new CancellationTokenSource(startWithin, timeProvider);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var doing = $"connecting to {control.Authority}";
        try
        {
            await ConnectAsync(client, patience.Token);
            doing = "handing over the order";
            using var writer = new FrameWriter(client.GetStream());
            await writer.WriteAsync(FrameType.Hello, Encoding.UTF8.GetBytes(token), patience.Token);
            var frame = GeneratorJson.Write(GeneratorOrders.Of(order, share, timeProvider.TimestampFrequency), GeneratorJson.Default.GeneratorOrder);
            await writer.WriteAsync(FrameType.Order, frame, patience.Token);
            doing = $"warming up with {order.WarmUpRequests} requests";
            return ReadWarm(await new FrameReader(client.GetStream()).ReadAsync(patience.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Lost($"it was not done with {doing} within {startWithin.TotalSeconds:0} s.");
        }
        catch (Exception exception) when (exception is IOException or SocketException or FrameException)
        {
            throw Lost($"{doing} failed: {exception.Message}", exception);
        }
    }

    private async Task ConnectAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(ConnectWithin, timeProvider);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await client.ConnectAsync(control.Host, control.Port, patience.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Lost($"it did not take a connection at {control.Authority} within {ConnectWithin.TotalSeconds:0} s.");
        }
    }

    private static GeneratorWarm ReadWarm(Frame? frame) => frame switch
    {
        { Type: FrameType.Warm } warm => GeneratorJson.Read(warm, GeneratorJson.Default.GeneratorWarm),
        { Type: FrameType.Problem } problem => throw Lost(Encoding.UTF8.GetString(problem.Payload.Span)),
        { } other => throw Lost($"it sent frame '{other.Type}' before it was warm."),
        null => throw Lost("it closed the control connection before it was warm."),
    };

    private static ControlException Lost(string what) => new("generator", what);

    private static ControlException Lost(string what, Exception inner) => new("generator", what, inner);
}
