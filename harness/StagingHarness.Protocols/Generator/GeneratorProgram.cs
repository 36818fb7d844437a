namespace StagingHarness.Protocols.Generator;

/// <summary>How the generator program is started: arguments are host and port of its control listener.</summary>
public static class GeneratorProgram
{
    /// <summary>Environment variable with the run's control token; the first frame of its client must carry it.</summary>
    public const string TokenVariable = "STAGE_CONTROL_TOKEN";

    /// <summary>
    /// Environment variable of the runtime that must read <c>1</c>: answers are handled on the thread that waits on the sockets.
    /// </summary>
    public const string InlineCompletionsVariable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>How long the generator waits for the token on a new connection.</summary>
    public static TimeSpan HelloWithin { get; } = TimeSpan.FromSeconds(2);

    /// <summary>How long it warms up at most, whatever the answers are like.</summary>
    public static TimeSpan WarmUpWithin { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after the last request's timeout it reports at the latest.</summary>
    public static TimeSpan DrainGrace { get; } = TimeSpan.FromSeconds(5);
}
