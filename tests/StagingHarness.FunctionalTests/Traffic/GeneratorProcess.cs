using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.FunctionalTests.Processes;

namespace StagingHarness.FunctionalTests.Traffic;

/// <summary>The real generator program as a child process of the test, started from where it was built.</summary>
internal sealed class GeneratorProcess : ProgramInstance
{
    public const string Token = "token-of-this-test";

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly int _port;

    private GeneratorProcess(InstanceOrder order, int port)
    {
        _port = port;
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(BuiltProgram());
        foreach (var argument in order.Arguments)
        {
            start.ArgumentList.Add(argument
                .Replace("{listen.control.host}", "127.0.0.1", StringComparison.Ordinal)
                .Replace("{listen.control.port}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        foreach (var (name, value) in order.Environment)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Exited = WaitAsync();
    }

    public override string Name => "generator";

    public override int Generation => 1;

    public override string Identity => _process.Id.ToString(CultureInfo.InvariantCulture);

    public override TimeSpan ReadyAfter => TimeSpan.Zero;

    public override string Log => "";

    public override Task<InstanceExit> Exited { get; }

    /// <summary>Starts it and, as an engine would, connects once to see that it listens.</summary>
    public static async Task<GeneratorProcess> StartAsync(InstanceOrder order, CancellationToken cancellationToken)
    {
        var generator = new GeneratorProcess(order, FreePort());
        while (!await generator.AcceptsAsync(cancellationToken))
        {
            if (generator.Exited.IsCompleted)
            {
                var exit = await generator.Exited;
                throw new InvalidOperationException($"The generator ended: {string.Join(Environment.NewLine, exit.LastOutput)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        }

        return generator;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public override Uri AddressOf(string listener) => new($"http://127.0.0.1:{_port}/");

    public override Uri StageAddressOf(string listener) => AddressOf(listener);

    public override Task<InstanceExit> StopAsync(TimeSpan grace, CancellationToken cancellationToken) => KillAsync(cancellationToken);

    public override Task<InstanceExit> KillAsync(CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        return Exited.WaitAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await KillAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static string BuiltProgram()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = folder.Parent!.Name;
        while (!File.Exists(Path.Combine(folder.FullName, "StagingHarness.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No StagingHarness.sln above the tests.");
        }

        return Path.Combine(
            folder.FullName, "harness", "Instances", "Generator", "bin", configuration, "net10.0", "StagingHarness.Generator.dll");
    }

    private async Task<bool> AcceptsAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, _port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<InstanceExit> WaitAsync()
    {
        await _process.WaitForExitAsync(CancellationToken.None);
        lock (_output)
        {
            return new InstanceExit(_process.ExitCode, Killed: false, [.. _output]);
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.Add(line);
            }
        }
    }
}
