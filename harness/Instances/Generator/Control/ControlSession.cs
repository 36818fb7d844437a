using System.Text;
using StagingHarness.Generator.Scheduling;
using StagingHarness.Generator.Sending;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Control;

/// <summary>Serves the one client: its order, then its wishes, until the totals are sent or it is gone.</summary>
internal sealed class ControlSession(Stream stream) : IDisposable
{
    private static readonly TimeSpan OrderWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ProblemWithin = TimeSpan.FromSeconds(1);

    private readonly FrameReader _reader = new(stream);
    private readonly FrameWriter _writer = new(stream);

    /// <summary>True when the totals were sent, or the client went away; false when it was told of a problem.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ServeAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is IOException || cancellationToken.IsCancellationRequested)
        {
            // The client is gone, or this process was told to end: there is nobody to tell.
            return true;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(exception.ToString());
            await TellAsync(exception, cancellationToken);
            return false;
        }
    }

    public void Dispose() => _writer.Dispose();

    private static IPacer CreatePacer(long epochTimestamp) =>
        OperatingSystem.IsLinux() ? new LinuxPacer(epochTimestamp) : new PortablePacer(epochTimestamp);

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        var order = await ReadOrderAsync(cancellationToken);
        OrderCheck.Demand(order);
        using var session = new TrafficSession(order, _writer, CreatePacer(order.EpochTimestamp));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var traffic = session.RunAsync(ending.Token);
        var control = ReadControlAsync(session, ending.Token);
        var first = await Task.WhenAny(traffic, control, session.Faulted);
        await ending.CancelAsync();
        try
        {
            await first;
        }
        finally
        {
            // What ends because the first one ended has nothing to add; what is in flight ends with the process.
            await Task.WhenAll(traffic, control).ContinueWith(
                static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task<GeneratorOrder> ReadOrderAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(OrderWithin);
        try
        {
            return await _reader.ReadAsync(patience.Token) switch
            {
                { Type: FrameType.Order } frame => GeneratorJson.Read(frame, GeneratorJson.Default.GeneratorOrder),
                { } frame => throw new FrameException($"Frame '{frame.Type}' came where the order had to come."),
                null => throw new IOException("The client left before it gave an order."),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GeneratorException($"No order came within {OrderWithin.TotalSeconds:0} s; send it right after the token.");
        }
    }

    /// <summary>Ends when the client closed its connection.</summary>
    private async Task ReadControlAsync(TrafficSession session, CancellationToken cancellationToken)
    {
        while (await _reader.ReadAsync(cancellationToken) is { } frame)
        {
            if (frame.Type == FrameType.Begin)
            {
                session.Begin(GeneratorJson.Read(frame, GeneratorJson.Default.GeneratorBegin));
            }
            else if (frame.Type == FrameType.Stop)
            {
                session.Stop();
            }
            else if (frame.Type == FrameType.RenewHeaders)
            {
                session.Renew(GeneratorJson.Read(frame, GeneratorJson.Default.GeneratorHeaders));
                await _writer.WriteAsync(FrameType.HeadersRenewed, Array.Empty<byte>(), cancellationToken);
            }
            else
            {
                throw new FrameException($"Frame '{frame.Type}' came while the traffic flows; only the beginning, stop and new headers may come.");
            }
        }
    }

    private async Task TellAsync(Exception exception, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ProblemWithin);
        var message = exception is GeneratorException or FrameException
            ? exception.Message
            : $"It has a defect: {exception.GetType().Name}: {exception.Message}";
        try
        {
            await _writer.WriteAsync(FrameType.Problem, Encoding.UTF8.GetBytes(message), patience.Token);
        }
        catch (Exception unsaid) when (unsaid is IOException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"The client could not be told: {unsaid.Message}");
        }
    }
}
