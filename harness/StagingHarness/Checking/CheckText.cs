using System.Globalization;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Checking;

/// <summary>The findings for people.</summary>
public static class CheckText
{
    /// <summary>Without a line end after the last line.</summary>
    public static string Print(CheckReport report)
    {
        var sum = $"{Count(report.Files.Length, "file")}: {Count(report.Errors, "error")}, {Count(report.Warnings, "warning")}";
        return report.Findings.Any() ? $"{FindingRenderer.Render(report.Findings)}\n\n{sum}" : sum;
    }

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
