using System.Runtime.InteropServices;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>Processor time of other processes, to the microsecond: the figures below <c>/proc</c> count hundredths of a second.</summary>
internal static partial class ProcessorTime
{
    private const int Children = -1;

    /// <summary>All threads of a running process so far, also those that have ended.</summary>
    /// <exception cref="InvalidOperationException">The process is gone.</exception>
    public static TimeSpan Of(int processId) => GetClock(processId, out var clock) == 0 && GetTime(clock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Fraction / 1000.0)
        : throw new InvalidOperationException($"Process {processId} tells no processor time; it has ended.");

    /// <summary>All children of this process that have ended and were waited for.</summary>
    public static TimeSpan OfEndedChildren() => GetUsage(Children, out var usage) == 0
        ? TimeSpan.FromSeconds(usage.User.Seconds + usage.System.Seconds) + TimeSpan.FromMicroseconds(usage.User.Fraction + usage.System.Fraction)
        : throw new InvalidOperationException("The system tells no processor time of processes that have ended.");

    [LibraryImport("libc", EntryPoint = "clock_getcpuclockid")]
    private static partial int GetClock(int processId, out int clock);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out SystemTime time);

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

    /// <summary>Seconds, and nano- or microseconds.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct SystemTime
    {
        public nint Seconds;
        public nint Fraction;
    }

    /// <summary>Its first two fields, and room for fourteen numbers behind them.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public SystemTime User;
        public SystemTime System;
    }
}
