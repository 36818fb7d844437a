using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>A process of the harness's own generator, started as a run starts it, and the control connection to it; it serves one order.</summary>
internal sealed class OwnGenerator : IAsyncDisposable
{
    private const string Token = "benchmark";

    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly TcpClient _control;

    private OwnGenerator(Process process, TcpClient control)
    {
        _process = process;
        _control = control;
        Traffic = new OwnTraffic(control.GetStream(), process.Id, Token);
    }

    public OwnTraffic Traffic { get; }

    /// <param name="command">Program and first arguments.</param>
    /// <param name="core">Where it runs.</param>
    /// <exception cref="InvalidOperationException">It ended before it listened.</exception>
    public static async Task<OwnGenerator> StartAsync(string[] command, int core)
    {
        var port = FreePort();
        var process = PinnedProcess.Start(core, command[0], [.. command[1..], "127.0.0.1", port.ToString(CultureInfo.InvariantCulture)], start =>
        {
            start.Environment[GeneratorProgram.TokenVariable] = Token;
            start.Environment[GeneratorProgram.InlineCompletionsVariable] = "1";
        });
        try
        {
            return new OwnGenerator(process, await ConnectAsync(process, port));
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    /// <summary>With its totals it has nothing more to do.</summary>
    public async Task WaitForEndAsync()
    {
        using var deadline = new CancellationTokenSource(EndWithin, TimeProvider.System);
        await _process.WaitForExitAsync(deadline.Token);
    }

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await EndAsync(_process);
    }

    private static async Task EndAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<TcpClient> ConnectAsync(Process process, int port)
    {
        using var deadline = new CancellationTokenSource(StartWithin, TimeProvider.System);
        while (true)
        {
            var client = new TcpClient { NoDelay = true };
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, deadline.Token);
                return client;
            }
            catch (SocketException exception)
            {
                client.Dispose();
                if (process.HasExited)
                {
                    throw new InvalidOperationException($"The generator ended with exit code {process.ExitCode} before it listened.", exception);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, deadline.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
