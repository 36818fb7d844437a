using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Relay;

namespace StagingHarness.Relay;

/// <summary>What the relay was told at its start.</summary>
internal sealed record RelaySettings
{
    public required ListenUrl Listen { get; init; }

    public required ControlToken Token { get; init; }

    /// <exception cref="SettingsException">Something is missing or wrong; the message names it.</exception>
    public static RelaySettings Read(string[] arguments, Func<string, string?> environment)
    {
        var token = environment(ControlToken.Variable);
        if (string.IsNullOrWhiteSpace(token))
        {
            throw new SettingsException($"Environment variable '{ControlToken.Variable}' is empty; give the run's control token.");
        }

        return new RelaySettings { Listen = ReadUrl(arguments), Token = new ControlToken(token) };
    }

    private static ListenUrl ReadUrl(string[] arguments)
    {
        var value = arguments is [RelayProgram.ListenOption, var given] ? given : null;
        return ListenUrl.TryParse(value, out var url)
            ? url
            : throw new SettingsException(
                $"Arguments are '{string.Join(' ', arguments)}'; give '{RelayProgram.ListenOption} http://HOST:PORT'.");
    }
}
