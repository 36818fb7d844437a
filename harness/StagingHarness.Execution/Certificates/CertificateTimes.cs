namespace StagingHarness.Execution.Certificates;

/// <summary>From when until when certificates of a stage are valid, counted from its start.</summary>
internal static class CertificateTimes
{
    /// <summary>Clocks of members may be a little behind.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromHours(1);

    /// <summary>Longer than any rehearsal.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public static readonly TimeSpan ExpiredFrom = TimeSpan.FromDays(30);

    public static readonly TimeSpan ExpiredUntil = TimeSpan.FromDays(1);

    /// <summary>What issues is valid before all that it issues, and after it.</summary>
    public static readonly TimeSpan IssuerEarly = TimeSpan.FromDays(60);

    public static readonly TimeSpan IssuerLasts = TimeSpan.FromDays(30);
}
