namespace StagingHarness.TestKit.Time;

/// <summary>Work in virtual time hangs.</summary>
public sealed class VirtualHangException(string why, TimeSpan now, string lastObservation)
    : Exception($"The work hangs at virtual time {now}: {why}. Last seen:{Environment.NewLine}{lastObservation}");
