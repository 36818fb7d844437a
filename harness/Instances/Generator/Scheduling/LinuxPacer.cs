using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace StagingHarness.Generator.Scheduling;

/// <summary>
/// Sleeps to an absolute reading of the monotonic clock, with the smallest timer slack: moments are hit to some ten
/// microseconds, where the runtime's own timers tick every few milliseconds.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed partial class LinuxPacer(long epochTimestamp) : IPacer
{
    private const int ClockMonotonic = 1;
    private const int AbsoluteTime = 1;
    private const int SetTimerSlack = 29;
    private const int Interrupted = 4;
    private const long NanosecondsPerSecond = 1_000_000_000;

    private readonly EpochClock _clock = new(epochTimestamp);

    public long Now => _clock.Now;

    public void EnterThread()
    {
        // Slack is a wish: where it is refused, moments are hit to 50 microseconds.
        _ = Prctl(SetTimerSlack, 1, 0, 0, 0);
    }

    public void WaitUntil(long moment)
    {
        // On Linux a Stopwatch timestamp is a reading of CLOCK_MONOTONIC in nanoseconds.
        var absolute = moment + epochTimestamp;
        var until = new TimeSpec
        {
            Seconds = (nint)(absolute / NanosecondsPerSecond),
            Nanoseconds = (nint)(absolute % NanosecondsPerSecond),
        };
        int error;
        do
        {
            error = ClockNanosleep(ClockMonotonic, AbsoluteTime, in until, 0);
        }
        while (error == Interrupted);
        if (error != 0)
        {
            throw new InvalidOperationException($"The monotonic clock refused to wait until {absolute} ns: error {error}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    private static partial int ClockNanosleep(int clock, int flags, in TimeSpec request, nint remaining);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Prctl(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
