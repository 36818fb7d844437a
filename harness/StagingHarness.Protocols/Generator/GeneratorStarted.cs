namespace StagingHarness.Protocols.Generator;

/// <summary>The generator is warm and its schedule stands.</summary>
/// <param name="Flavour"><c>jit</c> or <c>aot</c>.</param>
/// <param name="FirstDueNanoseconds">First scheduled moment, nanoseconds from the epoch.</param>
/// <param name="WarmUpAnswered">Warm-up requests to which any HTTP answer came.</param>
/// <param name="Pacer">Found before the warm-up.</param>
public sealed record GeneratorStarted(string Flavour, long FirstDueNanoseconds, int WarmUpAnswered, PacerLateness Pacer);
