using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>
/// The harness's own generator, ordered as a run orders it. Its processor time is that from the first scheduled request to its end: start and
/// warm-up lie before what a run measures.
/// </summary>
/// <param name="name">Which of its kinds it is.</param>
/// <param name="command">Program and first arguments.</param>
/// <param name="warmUp">How long it is warmed up.</param>
internal sealed class OwnContestant(string name, string[] command, TimeSpan warmUp) : IContestant
{
    private const string Token = "benchmark";

    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(20);

    public string Name => name;

    public bool KeepsRate => true;

    /// <summary>It only knows schedules.</summary>
    public bool ClosesLoop => false;

    public async Task<Score> RunAsync(Load load, int core)
    {
        var port = FreePort();
        var before = ProcessorTime.OfEndedChildren();
        using var process = PinnedProcess.Start(core, command[0], [.. command[1..], "127.0.0.1", port.ToString(CultureInfo.InvariantCulture)], start =>
        {
            start.Environment[GeneratorProgram.TokenVariable] = Token;
            start.Environment[GeneratorProgram.InlineCompletionsVariable] = "1";
        });
        try
        {
            using var client = await ConnectAsync(process, port);
            var traffic = new OwnTraffic(client.GetStream(), process.Id, Token);
            await traffic.RunAsync(load, warmUp);
            using var deadline = new CancellationTokenSource(EndWithin, TimeProvider.System);
            await process.WaitForExitAsync(deadline.Token);
            return traffic.Score(ProcessorTime.OfEndedChildren() - before);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
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
