using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Readiness;

/// <summary>An instance whose output lies in a log file of this machine.</summary>
internal interface IWrittenInstance : IInstance
{
    /// <summary>Searches what it has written since this start.</summary>
    /// <param name="pattern">Regular expression (culture-invariant), searched in each line.</param>
    LogSearch SearchLog(string pattern);

    /// <summary>The last lines that it wrote so far, at most fifty.</summary>
    ImmutableArray<string> ReadLastOutput();
}
