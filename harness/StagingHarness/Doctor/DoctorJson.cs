using System.Text.Encodings.Web;
using System.Text.Json;

namespace StagingHarness.Doctor;

/// <summary>The checks for programs. Members are added in later versions, and never change their meaning within one.</summary>
public static class DoctorJson
{
    /// <summary>It grows when a member goes, or changes its meaning.</summary>
    public const int FormatVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,

        // It is written into files and terminals, never into HTML: quotes stay quotes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Print(DoctorReport report) => JsonSerializer.Serialize(
        new
        {
            FormatVersion,
            report.ExitCode,
            Checks = report.Checks.Select(check => new
            {
                check.Name,
                check.Title,
                Status = DoctorText.Word(check.Status),
                check.Evidence,
                check.Fix,
            }),
        },
        Options);
}
