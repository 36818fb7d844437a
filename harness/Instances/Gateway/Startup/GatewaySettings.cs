using System.Text.Json;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Gateway;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Gateway.Startup;

/// <summary>What the gateway was told at its start.</summary>
internal sealed record GatewaySettings
{
    public required ListenUrl Listen { get; init; }

    public required ListenUrl Control { get; init; }

    public required ControlToken Token { get; init; }

    /// <summary>What clients speak.</summary>
    public required ClientHttp Http { get; init; }

    /// <summary>Null where connections of clients are plain.</summary>
    public required GatewayCertificate? Certificate { get; init; }

    public bool IsPlain => Http == ClientHttp.Http11 && Certificate is null;

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
            Http = ReadHttp(arguments),
            Certificate = ReadCertificate(environment(GatewayProgram.CertificateVariable)),
        };
    }

    private static string? Find(string[] arguments, string option)
    {
        var position = Array.IndexOf(arguments, option);
        return position >= 0 && position + 1 < arguments.Length ? arguments[position + 1] : null;
    }

    private static ClientHttp ReadHttp(string[] arguments) => Find(arguments, GatewayProgram.HttpOption) switch
    {
        null or "1.1" => ClientHttp.Http11,
        "2" => ClientHttp.Http2,
        var other => throw new SettingsException($"Option '{GatewayProgram.HttpOption}' is '{other}'; give 1.1 or 2."),
    };

    private static GatewayCertificate? ReadCertificate(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? null : JsonSerializer.Deserialize(json, GatewayJson.Default.GatewayCertificate);
        }
        catch (JsonException exception)
        {
            throw new SettingsException($"Environment variable '{GatewayProgram.CertificateVariable}' holds no certificate: {exception.Message}");
        }
    }

    private static ListenUrl ReadUrl(string[] arguments, string option)
    {
        var value = Find(arguments, option);
        return ListenUrl.TryParse(value, out var url)
            ? url
            : throw new SettingsException($"Option '{option}' is '{value}'; give the address to bind as http://HOST:PORT.");
    }
}
