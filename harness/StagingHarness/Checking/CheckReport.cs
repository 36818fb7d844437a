using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Verdicts;

namespace StagingHarness.Checking;

/// <summary>What <c>stage validate</c> found in all files, in one pass.</summary>
public sealed record CheckReport(ImmutableArray<CheckedFile> Files)
{
    public IEnumerable<Finding> Findings => Files.SelectMany(file => file.Findings);

    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);

    public int Warnings => Findings.Count(finding => finding.Severity == Severity.Warning);

    /// <summary>Warnings alone are no reason to stop; no file at all is not green.</summary>
    public int ExitCode => (Files.Length, Errors) switch
    {
        (0, _) => ExitCodes.NothingMatched,
        (_, 0) => ExitCodes.Passed,
        _ => ExitCodes.Invalid,
    };
}
