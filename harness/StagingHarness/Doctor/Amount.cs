using System.Globalization;

namespace StagingHarness.Doctor;

/// <summary>Bytes as people read them, in powers of 1024.</summary>
internal static class Amount
{
    public const long MiB = 1L << 20;

    public const long GiB = 1L << 30;

    public static string Of(long bytes) => bytes >= GiB
        ? string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / GiB:0.0} GiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / MiB} MiB");
}
