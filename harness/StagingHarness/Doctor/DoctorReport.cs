using System.Collections.Immutable;
using StagingHarness.Verdicts;

namespace StagingHarness.Doctor;

/// <summary>All checks, in the order in which they are read best.</summary>
public sealed record DoctorReport(ImmutableArray<DoctorCheck> Checks)
{
    /// <summary>Environment when something is broken that every run needs; a missing Docker engine is everyday.</summary>
    public int ExitCode => Count(CheckStatus.Failed) > 0 ? ExitCodes.Environment : ExitCodes.Passed;

    public int Count(CheckStatus status) => Checks.Count(check => check.Status == status);
}
