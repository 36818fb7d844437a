using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.FunctionalTests.Processes;

/// <summary>One of the harness's own programs as a child process on loopback, started from the order that its member makes.</summary>
internal sealed class LocalInstance : ProgramInstance
{
    private static readonly TimeSpan ReadyPoll = TimeSpan.FromMilliseconds(20);

    private const string Ready = "ready";

    private readonly Process process;
    private readonly ImmutableSortedDictionary<string, Uri> bound;
    private readonly ImmutableSortedDictionary<string, Uri> called;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<InstanceExit> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TimeSpan readyAfter;

    private LocalInstance(InstanceOrder order, bool named)
    {
        Name = order.Name;
        Generation = order.Generation;
        called = order.Listeners.ToImmutableSortedDictionary(
            listener => listener.Name, listener => new Uri($"{listener.Scheme}://{(named ? "localhost" : "127.0.0.1")}:{FindFreePort()}"));
        bound = order.Listeners.ToImmutableSortedDictionary(
            listener => listener.Name,
            listener => named && listener.Reach != ListenerReach.Control
                ? new Uri($"http://0.0.0.0:{called[listener.Name].Port}")
                : called[listener.Name]);
        process = new Process { StartInfo = CreateStartInfo(order), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Exited += (_, _) => exited.TrySetResult(new InstanceExit(process.ExitCode, Killed: false, [.. output]));
    }

    public override string Name { get; }

    public override int Generation { get; }

    public override string Identity => $"{process.Id}";

    public override TimeSpan ReadyAfter => readyAfter;

    public override string Log => "";

    public override Task<InstanceExit> Exited => exited.Task;

    public IEnumerable<string> Output => output;

    public static Task<LocalInstance> StartAsync(InstanceOrder order, CancellationToken cancellationToken) =>
        StartAsync(order, named: false, cancellationToken);

    /// <summary>
    /// As in a container: what clients reach is bound at every address, what only the harness reaches at the address of a name,
    /// and everybody calls both by name.
    /// </summary>
    public static Task<LocalInstance> StartNamedAsync(InstanceOrder order, CancellationToken cancellationToken) =>
        StartAsync(order, named: true, cancellationToken);

    private static async Task<LocalInstance> StartAsync(InstanceOrder order, bool named, CancellationToken cancellationToken)
    {
        var instance = new LocalInstance(order, named);
        try
        {
            await instance.StartAsync(order.Readiness, cancellationToken);
            return instance;
        }
        catch
        {
            await instance.DisposeAsync();
            throw;
        }
    }

    public override Uri AddressOf(string listener) => called[listener];

    public override Uri StageAddressOf(string listener) => called[listener];

    public override async Task<InstanceExit> StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", Identity]);
        await kill.WaitForExitAsync(cancellationToken);
        return await Exited.WaitAsync(grace, cancellationToken);
    }

    public override Task<InstanceExit> KillAsync(CancellationToken cancellationToken)
    {
        process.Kill();
        return Exited.WaitAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private static int FindFreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            output.Enqueue(line);
        }
    }

    private async Task StartAsync(ReadinessCheck readiness, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var last = "nothing yet";
        while (Stopwatch.GetElapsedTime(started) < readiness.Deadline)
        {
            if (Exited.IsCompleted)
            {
                throw new InstanceDiedException(Name, await Exited);
            }

            last = await LookAsync(readiness, http, cancellationToken);
            if (last == Ready)
            {
                readyAfter = Stopwatch.GetElapsedTime(started);
                return;
            }

            await Task.Delay(ReadyPoll, TimeProvider.System, cancellationToken);
        }

        throw new InstanceNotReadyException(Name, readiness.Deadline, last, [.. output]);
    }

    private async Task<string> LookAsync(ReadinessCheck readiness, HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            switch (readiness)
            {
                case ReadinessCheck.HttpOk check:
                    using (var answer = await http.GetAsync(new Uri(AddressOf(check.Listener), check.Path), cancellationToken))
                    {
                        return answer.StatusCode == HttpStatusCode.OK ? Ready : $"{(int)answer.StatusCode}";
                    }

                case ReadinessCheck.TcpAccepts check:
                    using (var client = new TcpClient())
                    {
                        await client.ConnectAsync(IPAddress.Loopback, AddressOf(check.Listener).Port, cancellationToken);
                        return Ready;
                    }

                default:
                    throw new NotSupportedException($"Readiness '{readiness}' needs an engine.");
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException)
        {
            return exception.Message;
        }
    }

    private ProcessStartInfo CreateStartInfo(InstanceOrder order)
    {
        var program = ((ProgramSource.Own)order.Program).Program;
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        info.ArgumentList.Add(FindProgram($"{program}"));
        foreach (var argument in order.Arguments)
        {
            info.ArgumentList.Add(Fill(argument));
        }

        foreach (var (name, value) in order.Environment)
        {
            info.Environment[name] = Fill(value);
        }

        return info;
    }

    private string Fill(string text) => bound.Keys.Aggregate(text, (filled, listener) => filled
        .Replace($"{{listen.{listener}}}", $"http://{bound[listener].Authority}", StringComparison.Ordinal)
        .Replace($"{{stage.{listener}}}", called[listener].GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));

    /// <summary>Where the build puts a program, of the same configuration as the tests.</summary>
    private static string FindProgram(string name)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "StagingHarness.sln")))
            {
                return Path.Combine(
                    folder.FullName, "harness", "Instances", name, "bin", configuration, "net10.0", $"StagingHarness.{name}.dll");
            }
        }

        throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds StagingHarness.sln.");
    }
}
