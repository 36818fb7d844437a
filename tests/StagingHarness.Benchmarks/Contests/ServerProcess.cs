using System.Diagnostics;
using System.Globalization;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>The server in a process of its own, on a core of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>Argument with which this program is the server.</summary>
    public const string Verb = "serve";

    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public static async Task<ServerProcess> StartAsync(int core)
    {
        var process = PinnedProcess.Start(core, Environment.ProcessPath!, [Verb], start => start.RedirectStandardInput = true);
        var line = await process.StandardOutput.ReadLineAsync();
        return Uri.TryCreate(line, UriKind.Absolute, out var address)
            ? new ServerProcess(process, address)
            : throw new InvalidOperationException($"The server did not tell its address but '{line}'; run this program with '{Verb}' by hand.");
    }

    /// <summary>When it returns, every request that is sent from then on is answered wrongly with that chance, 0 to 1.</summary>
    /// <exception cref="InvalidOperationException">The server did not take it.</exception>
    public async Task AnswerWronglyAsync(double share)
    {
        var line = share.ToString("R", CultureInfo.InvariantCulture);
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
        var answer = await _process.StandardOutput.ReadLineAsync();
        if (answer != line)
        {
            throw new InvalidOperationException($"The server was told to answer wrongly with a share of {line}, and said '{answer}'.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
