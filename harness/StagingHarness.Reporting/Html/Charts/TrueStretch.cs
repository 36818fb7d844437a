namespace StagingHarness.Reporting.Html.Charts;

/// <summary>Something that was so, whether anybody knew or not.</summary>
/// <param name="Name">What.</param>
/// <param name="From">Real time since the epoch.</param>
/// <param name="ProvedAt">When it was seen to be so; null when it never was.</param>
/// <param name="Until">When it was over.</param>
/// <param name="IsFault">It was broken on purpose.</param>
internal sealed record TrueStretch(string Name, TimeSpan From, TimeSpan? ProvedAt, TimeSpan Until, bool IsFault);
