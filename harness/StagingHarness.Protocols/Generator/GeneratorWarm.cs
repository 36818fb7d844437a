namespace StagingHarness.Protocols.Generator;

/// <summary>The generator is warm, and waits to be told when its schedule begins.</summary>
/// <param name="Flavour"><c>jit</c> or <c>aot</c>.</param>
/// <param name="WarmUpAnswered">Warm-up requests to which any HTTP answer came.</param>
/// <param name="Pacer">Found before the warm-up.</param>
public sealed record GeneratorWarm(string Flavour, int WarmUpAnswered, PacerLateness Pacer);
