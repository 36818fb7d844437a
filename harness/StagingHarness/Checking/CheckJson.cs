using System.Text.Encodings.Web;
using System.Text.Json;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Checking;

/// <summary>The findings for programs. Members are added in later versions, and never change their meaning within one.</summary>
public static class CheckJson
{
    /// <summary>It grows when a member goes, or changes its meaning.</summary>
    public const int FormatVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,

        // It is written into files and terminals, never into HTML: quotes stay quotes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Print(CheckReport report) => JsonSerializer.Serialize(
        new
        {
            FormatVersion,
            report.ExitCode,
            report.Errors,
            report.Warnings,
            Files = report.Files.Select(file => new { file.File, Findings = file.Findings.Select(Shown) }),
        },
        Options);

    private static object Shown(Finding finding) => new
    {
        Code = finding.Code.Id,
        finding.Code.Title,
        Severity = finding.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
        },
        finding.File,
        finding.Line,
        finding.Column,
        finding.Length,
        finding.Summary,
        finding.Hint,
    };
}
