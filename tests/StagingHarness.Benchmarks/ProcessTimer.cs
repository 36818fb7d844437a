using System.Diagnostics;

namespace StagingHarness.Benchmarks;

/// <summary>Times whole processes, from their start to their end.</summary>
internal static class ProcessTimer
{
    /// <exception cref="InvalidOperationException">A process ended with another exit code than 0: what it did was not what is measured.</exception>
    public static async Task<Measurement> MeasureAsync(string name, string program, string[] arguments, string folder, int runs)
    {
        var times = new List<TimeSpan>();
        for (var run = 0; run < runs; run++)
        {
            var started = TimeProvider.System.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            times.Add(TimeProvider.System.GetElapsedTime(started));
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"'{name}' ended with exit code {process.ExitCode}; run it by hand.");
            }
        }

        return new Measurement(name, [.. times.Order()]);
    }
}
