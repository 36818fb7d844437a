using System.Globalization;

namespace StagingHarness.Doctor;

/// <summary>Amounts as people read them; bytes in powers of 1024.</summary>
internal static class Amount
{
    public const long MiB = 1L << 20;

    public const long GiB = 1L << 30;

    /// <summary>A count with its noun: <c>1 warning</c>, <c>2 processes</c>.</summary>
    public static string Count(int count, string one, string several) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");

    public static string Of(long bytes) => bytes >= GiB
        ? string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / GiB:0.0} GiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / MiB} MiB");
}
