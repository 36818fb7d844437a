using System.Collections.Immutable;
using System.Net.Sockets;
using StagingHarness.Analysis.Generators;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Execution.Traffic;

/// <summary>Traffic that a generator sends: reads its samples as they come, and holds it to its totals.</summary>
internal sealed class GeneratorSession : ITrafficSession
{
    /// <summary>For the last words of a generator that went away.</summary>
    private static readonly TimeSpan ExitWithin = TimeSpan.FromSeconds(2);

    /// <summary>To carry new tokens: a moment's work, told over the connection that the samples come by.</summary>
    private static readonly TimeSpan RenewedWithin = TimeSpan.FromSeconds(10);

    private readonly IInstance _instance;
    private readonly TcpClient _client;
    private readonly FrameWriter _writer;
    private readonly TimeSpan _requestTimeout;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _abandoned = new();
    private readonly SemaphoreSlim _oneRenewal = new(1, 1);
    private readonly Task<TrafficTotals> _reading;
    private TaskCompletionSource? _renewed;
    private int _stopSent;

    public GeneratorSession(
        IInstance instance,
        TcpClient client,
        GeneratorWarm warm,
        TimeSpan firstDue,
        TimeSpan requestTimeout,
        ISampleSink sink,
        TimeProvider timeProvider)
    {
        _instance = instance;
        _client = client;
        _requestTimeout = requestTimeout;
        _timeProvider = timeProvider;
        _writer = new FrameWriter(client.GetStream());
        Flavour = warm.Flavour;
        Lateness = warm.Pacer;
        FirstDue = firstDue;
        _reading = ReadAsync(new SampleStream(new FrameReader(client.GetStream()), sink, () => Volatile.Read(ref _renewed)?.TrySetResult()));
    }

    public string Flavour { get; }

    /// <summary>How late it wakes up, as it found before its warm-up.</summary>
    public PacerLateness Lateness { get; }

    public string SelfCheck => GeneratorWords.Of(Lateness);

    public TimeSpan FirstDue { get; }

    public Task Completion => _reading;

    public async Task RenewCredentialsAsync(
        ImmutableSortedDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        var payload = GeneratorJson.Write(new GeneratorHeaders(headers), GeneratorJson.Default.GeneratorHeaders);
        await _oneRenewal.WaitAsync(cancellationToken);
        try
        {
            var renewed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _renewed, renewed);
            await TellAsync(FrameType.RenewHeaders, payload, cancellationToken);
            await AwaitAsync(renewed.Task, cancellationToken);
        }
        finally
        {
            _oneRenewal.Release();
        }
    }

    public async Task<TrafficTotals> StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _stopSent, 1) == 0)
        {
            await TellAsync(FrameType.Stop, Array.Empty<byte>(), cancellationToken);
        }

        // What is due at the stop may still be sent until its timeout; the generator's own bound lies below this one.
        var within = (2 * _requestTimeout) + (2 * GeneratorProgram.DrainGrace);
        try
        {
            return await _reading.WaitAsync(within, _timeProvider, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new ControlException(
                "generator", $"it did not account for its requests within {within.TotalSeconds:0.#} s of the stop.", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _abandoned.CancelAsync();
        _client.Dispose();

        // How the traffic ended is told by Completion, to whoever cares; here it only has to have ended.
        await _reading.ContinueWith(
            static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _writer.Dispose();
        _abandoned.Dispose();
        _oneRenewal.Dispose();
    }

    private async Task AwaitAsync(Task renewed, CancellationToken cancellationToken)
    {
        try
        {
            if (await Task.WhenAny(renewed, _reading).WaitAsync(RenewedWithin, _timeProvider, cancellationToken) == renewed)
            {
                return;
            }
        }
        catch (TimeoutException exception)
        {
            throw new ControlException(
                "generator", $"it did not say within {RenewedWithin.TotalSeconds:0.#} s that its requests carry new credentials.", exception);
        }

        await _reading;
        throw new ControlException("generator", "the traffic ended before its requests carried new credentials.");
    }

    private async Task TellAsync(FrameType type, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        try
        {
            await _writer.WriteAsync(type, payload, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // Why it is gone is known to the reading loop, unless it only stopped listening.
            if (_reading.IsFaulted)
            {
                await _reading;
            }

            throw new ControlException("generator", $"it does not listen any more: {exception.Message}", exception);
        }
    }

    private async Task<TrafficTotals> ReadAsync(SampleStream samples)
    {
        try
        {
            // Off the caller's thread, whatever has arrived already.
            await Task.Yield();
            return await samples.ReadToTotalsAsync(_abandoned.Token);
        }
        catch (Exception) when (_abandoned.IsCancellationRequested)
        {
            throw new OperationCanceledException("The traffic was given up before it was stopped.", _abandoned.Token);
        }
        catch (Exception exception) when (exception is IOException or SocketException or FrameException)
        {
            throw new ControlException("generator", await DescribeLossAsync(exception), exception);
        }
    }

    private async Task<string> DescribeLossAsync(Exception exception)
    {
        var what = exception is EndOfStreamException
            ? "it closed the control connection before its totals"
            : $"its control connection broke: {exception.Message.TrimEnd('.')}";
        try
        {
            var exit = await _instance.Exited.WaitAsync(ExitWithin, _timeProvider, _abandoned.Token);
            var code = exit.ExitCode is { } known ? $"exit code {known}" : "an unknown exit code";
            return $"{what}; it ended with {code}. Its last output:{Environment.NewLine}"
                + string.Join(Environment.NewLine, exit.LastOutput.DefaultIfEmpty("(it wrote nothing)").Select(line => "    " + line));
        }
        catch (TimeoutException)
        {
            return what + "; its process still runs.";
        }
    }
}
