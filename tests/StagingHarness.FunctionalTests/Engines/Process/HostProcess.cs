using System.Diagnostics;
using System.Globalization;
using StagingHarness.Execution.Programs;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.FunctionalTests.Engines.Process;

/// <summary>A harness in a process of its own, with servers that stand, to be killed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly System.Diagnostics.Process _process;
    private readonly string _folder;

    private HostProcess(System.Diagnostics.Process process, string folder, string runId)
    {
        _process = process;
        _folder = folder;
        RunId = runId;
    }

    public int ProcessId => _process.Id;

    public string RunId { get; }

    public List<int> ServerIds { get; } = [];

    /// <summary>All that lives of its run: supervisor and servers.</summary>
    public IEnumerable<LabelledProcess> Living => LabelledProcess.FindAll().Where(process => process.RunId == RunId);

    public static async Task<HostProcess> StartAsync(int servers)
    {
        var folder = Directory.CreateTempSubdirectory("host-").FullName;
        var runId = TinyStage.NewRunId();
        var program = Path.Combine(AppContext.BaseDirectory, "fixtures", "EngineHost", "EngineHost.dll");
        var startInfo = new ProcessStartInfo(
            DotnetHost.Locate(), [program, folder, runId, TinyStage.TinyServerFolder, servers.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var host = new HostProcess(System.Diagnostics.Process.Start(startInfo)!, folder, runId);
        try
        {
            await host.WaitUntilItStandsAsync();
        }
        catch
        {
            await host.KillAsync();
            throw;
        }

        return host;
    }

    /// <summary>It lives, but does nothing more.</summary>
    public async Task FreezeAsync()
    {
        using var kill = System.Diagnostics.Process.Start("kill", ["-STOP", ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>It ends its engine, then itself.</summary>
    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await EndAsync();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task WaitUntilItStandsAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        string? line;
        while ((line = await _process.StandardOutput.ReadLineAsync(deadline.Token)) != "standing")
        {
            ServerIds.Add(int.Parse(
                line?.Split(' ')[0] ?? throw new InvalidOperationException("The host ended early."), CultureInfo.InvariantCulture));
        }
    }
}
