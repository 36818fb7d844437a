using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Link;

namespace StagingHarness.Link;

/// <summary>What the link was told at its start.</summary>
internal sealed record LinkSettings
{
    /// <summary>Its host is where the ways listen.</summary>
    public required ListenUrl Listen { get; init; }

    public required ListenUrl Control { get; init; }

    public required ControlToken Token { get; init; }

    /// <exception cref="SettingsException">Something is missing or wrong; the message names it.</exception>
    public static LinkSettings Read(string[] arguments, Func<string, string?> environment)
    {
        var token = environment(ControlToken.Variable);
        if (string.IsNullOrWhiteSpace(token))
        {
            throw new SettingsException($"Environment variable '{ControlToken.Variable}' is empty; give the run's control token.");
        }

        return arguments is [LinkProgram.ListenOption, var listen, LinkProgram.ControlOption, var control]
            && ListenUrl.TryParse(listen, out var listenUrl) && ListenUrl.TryParse(control, out var controlUrl)
            ? new LinkSettings { Listen = listenUrl, Control = controlUrl, Token = new ControlToken(token) }
            : throw new SettingsException(
                $"Arguments are '{string.Join(' ', arguments)}'; give '{LinkProgram.ListenOption} http://HOST:PORT {LinkProgram.ControlOption} http://HOST:PORT'.");
    }
}
