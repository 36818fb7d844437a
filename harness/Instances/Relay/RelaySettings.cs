using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Relay;

namespace StagingHarness.Relay;

/// <summary>What the relay was told at its start.</summary>
internal sealed record RelaySettings
{
    public required ListenAddress Listen { get; init; }

    public required ControlToken Token { get; init; }

    /// <exception cref="SettingsException">Something is missing or wrong; the message names it.</exception>
    public static RelaySettings Read(string[] arguments, Func<string, string?> environment)
    {
        var token = environment(ControlToken.Variable);
        if (string.IsNullOrWhiteSpace(token))
        {
            throw new SettingsException($"Environment variable '{ControlToken.Variable}' is empty; give the run's control token.");
        }

        return new RelaySettings { Listen = ReadAddress(arguments), Token = new ControlToken(token) };
    }

    private static ListenAddress ReadAddress(string[] arguments)
    {
        var value = arguments is [RelayProgram.ListenOption, var given] ? given : null;
        return ListenAddress.TryParse(value, out var address)
            ? address
            : throw new SettingsException(
                $"Arguments are '{string.Join(' ', arguments)}'; give '{RelayProgram.ListenOption} http://IP:PORT'.");
    }
}
