using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Jobs;

/// <summary>A job ended with another exit code than 0, or had to be ended.</summary>
internal sealed class JobFailedException : Exception
{
    private const int MostLines = 5;

    private JobFailedException(string what, ImmutableArray<string> output)
        : base($"{what} {LastOutput(output)}.")
    {
    }

    public static JobFailedException WithExitCode(string job, int code, InstanceExit exit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Job '{job}' ended with exit code {code}."), exit.LastOutput);

    public static JobFailedException AfterDeadline(string job, TimeSpan deadline, InstanceExit exit) => new(
        string.Create(CultureInfo.InvariantCulture, $"Job '{job}' had not ended after {deadline.TotalSeconds:0.###} s, and was killed."), exit.LastOutput);

    /// <summary>The last lines that it wrote, in one, without a full stop.</summary>
    public static string LastOutput(ImmutableArray<string> output) =>
        output.IsEmpty ? "It wrote nothing" : $"It wrote last: {string.Join(" | ", output.TakeLast(MostLines)).TrimEnd('.')}";
}
