namespace StagingHarness.Engines;

/// <summary>Engine names as people write them.</summary>
public static class EngineWishes
{
    /// <summary>Environment variable that chooses where no option does.</summary>
    public const string Variable = "STAGE_ENGINE";

    /// <summary>All names: <c>auto</c>, <c>docker</c>, <c>process</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<EngineWish>().Select(name => name.ToLowerInvariant())];

    /// <summary>What the environment wishes; <see cref="EngineWish.Auto"/> when it says nothing.</summary>
    /// <exception cref="UnknownEngineException">It names no engine.</exception>
    public static EngineWish FromEnvironment() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? Parse(name) : EngineWish.Auto;

    /// <exception cref="UnknownEngineException">The name is none of <see cref="Names"/>.</exception>
    public static EngineWish Parse(string name) =>
        Names.Contains(name) ? Enum.Parse<EngineWish>(name, ignoreCase: true) : throw new UnknownEngineException(name);
}
