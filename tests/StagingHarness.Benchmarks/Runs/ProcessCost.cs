using System.Diagnostics;
using System.Globalization;

namespace StagingHarness.Benchmarks.Runs;

/// <summary>What one process took.</summary>
/// <param name="Time">From its start to its end.</param>
/// <param name="PeakBytes">Most memory that it held at once, as the kernel counts it (VmHWM).</param>
internal sealed record ProcessCost(TimeSpan Time, long PeakBytes)
{
    /// <summary>The kernel's figure only grows, and is gone with the process: the last reading counts.</summary>
    private static readonly TimeSpan ReadEvery = TimeSpan.FromMilliseconds(5);

    /// <exception cref="InvalidOperationException">It failed, or told nothing of its memory.</exception>
    public static async Task<ProcessCost> MeasureAsync(string program, string[] arguments, string folder)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        var peak = 0L;
        while (!ended.IsCompleted)
        {
            peak = Math.Max(peak, ReadPeak(process.Id));
            await Task.WhenAny(ended, Task.Delay(ReadEvery, TimeProvider.System, CancellationToken.None));
        }

        var time = TimeProvider.System.GetElapsedTime(started);
        await output;
        return process.ExitCode == 0 && peak > 0
            ? new ProcessCost(time, peak)
            : throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with exit code {process.ExitCode}; run it by hand.");
    }

    /// <summary>0 once the process is about to be gone.</summary>
    private static long ReadPeak(int processId)
    {
        try
        {
            return File.ReadLines($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/status")
                .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Select(line => long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024)
                .FirstOrDefault();
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
