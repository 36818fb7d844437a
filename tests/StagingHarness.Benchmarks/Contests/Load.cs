namespace StagingHarness.Benchmarks.Contests;

/// <summary>What a contestant is to send.</summary>
/// <param name="Target">Where to.</param>
/// <param name="PerSecond">How often; null for as often as answers come.</param>
/// <param name="Duration">How long.</param>
/// <param name="Connections">Over how many connections.</param>
internal sealed record Load(Uri Target, int? PerSecond, TimeSpan Duration, int Connections)
{
    /// <summary>Requests that are due; null where none is.</summary>
    public long? Due => PerSecond is { } rate ? (long)(rate * Duration.TotalSeconds) : null;
}
