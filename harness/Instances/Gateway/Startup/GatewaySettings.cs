using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Gateway;

namespace StagingHarness.Gateway.Startup;

/// <summary>What the gateway was told at its start.</summary>
internal sealed record GatewaySettings
{
    public required ListenUrl Listen { get; init; }

    public required ListenUrl Control { get; init; }

    public required ControlToken Token { get; init; }

    /// <exception cref="SettingsException">Something is missing or wrong; the message names it.</exception>
    public static GatewaySettings Read(string[] arguments, Func<string, string?> environment)
    {
        var token = environment(ControlToken.Variable);
        if (string.IsNullOrWhiteSpace(token))
        {
            throw new SettingsException($"Environment variable '{ControlToken.Variable}' is empty; give the run's control token.");
        }

        return new GatewaySettings
        {
            Listen = ReadUrl(arguments, GatewayProgram.ListenOption),
            Control = ReadUrl(arguments, GatewayProgram.ControlOption),
            Token = new ControlToken(token),
        };
    }

    private static ListenUrl ReadUrl(string[] arguments, string option)
    {
        var position = Array.IndexOf(arguments, option);
        var value = position >= 0 && position + 1 < arguments.Length ? arguments[position + 1] : null;
        return ListenUrl.TryParse(value, out var url)
            ? url
            : throw new SettingsException($"Option '{option}' is '{value}'; give the address to bind as http://HOST:PORT.");
    }
}
