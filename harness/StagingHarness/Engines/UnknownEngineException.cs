namespace StagingHarness.Engines;

/// <summary>A name is no engine's.</summary>
public sealed class UnknownEngineException(string name)
    : Exception($"Engine '{name}' is not known. Write one of: {string.Join(", ", EngineWishes.Names)} ('--engine', or {EngineWishes.Variable}).");
