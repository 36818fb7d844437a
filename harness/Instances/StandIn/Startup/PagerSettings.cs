using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Pager;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.StandIn.Startup;

/// <summary>What the stand-in was told at its start, where it plays the service that pages people.</summary>
internal sealed record PagerSettings
{
    public required ListenUrl Listen { get; init; }

    public required ListenUrl Control { get; init; }

    public required ControlToken Token { get; init; }

    public required string RoutingKey { get; init; }

    /// <summary>True when it is to play that one.</summary>
    /// <exception cref="SettingsException">It is to play what it cannot.</exception>
    public static bool AreAsked(string[] arguments) => StandInSettings.ReadOption(arguments, PagerProgram.RoleOption) switch
    {
        null => false,
        PagerProgram.Role => true,
        { } role => throw new SettingsException($"Option '{PagerProgram.RoleOption}' is '{role}'; give '{PagerProgram.Role}', or leave it out to play the provider."),
    };

    /// <exception cref="SettingsException">Something is missing or wrong; the message names it, and never a secret.</exception>
    public static PagerSettings Read(string[] arguments, Func<string, string?> environment) => new()
    {
        Listen = StandInSettings.ReadUrl(arguments, StandInProgram.ListenOption),
        Control = StandInSettings.ReadUrl(arguments, StandInProgram.ControlOption),
        Token = new ControlToken(StandInSettings.ReadVariable(environment, ControlToken.Variable)),
        RoutingKey = StandInSettings.ReadVariable(environment, PagerProgram.RoutingKeyVariable),
    };
}
