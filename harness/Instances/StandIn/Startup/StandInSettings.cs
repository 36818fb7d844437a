using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.Answers;

namespace StagingHarness.StandIn.Startup;

/// <summary>What the stand-in was told at its start. Addresses are arguments; what could be secret comes by environment.</summary>
internal sealed record StandInSettings
{
    public required ListenUrl Listen { get; init; }

    public required ListenUrl Control { get; init; }

    public required ControlToken Token { get; init; }

    /// <summary>Without a slash at its end.</summary>
    public required string Issuer { get; init; }

    public required string Audience { get; init; }

    public required TimeSpan TokenLifetime { get; init; }

    /// <summary>Client id to secret.</summary>
    public required ImmutableSortedDictionary<string, string> Clients { get; init; }

    /// <summary>One of each kind, for a listener with TLS; null for one without.</summary>
    public required ImmutableArray<CertificateMaterial>? Certificates { get; init; }

    public SignInSetup SignIn { get; init; } = new();

    /// <exception cref="SettingsException">Something is missing or wrong; the message names it, and never a secret.</exception>
    public static StandInSettings Read(string[] arguments, Func<string, string?> environment) => new()
    {
        Listen = ReadUrl(arguments, StandInProgram.ListenOption),
        Control = ReadUrl(arguments, StandInProgram.ControlOption),
        Issuer = ReadIssuer(arguments),
        Token = new ControlToken(ReadVariable(environment, ControlToken.Variable)),
        Audience = ReadVariable(environment, StandInProgram.AudienceVariable),
        TokenLifetime = ReadLifetime(environment),
        Clients = ReadClients(environment),
        Certificates = ReadCertificates(environment),
        SignIn = ReadSignIn(environment),
    };

    internal static string? ReadOption(string[] arguments, string option)
    {
        var position = Array.IndexOf(arguments, option);
        return position >= 0 && position + 1 < arguments.Length ? arguments[position + 1] : null;
    }

    internal static ListenUrl ReadUrl(string[] arguments, string option)
    {
        var value = ReadOption(arguments, option);
        return ListenUrl.TryParse(value, out var url)
            ? url
            : throw new SettingsException($"Option '{option}' is '{value}'; give the address to bind as http://HOST:PORT.");
    }

    private static string ReadIssuer(string[] arguments)
    {
        var value = ReadOption(arguments, StandInProgram.IssuerOption)?.TrimEnd('/');
        return Uri.TryCreate(value, UriKind.Absolute, out var issuer) && issuer is { Scheme: "http" or "https", Query: "", Fragment: "" }
            ? value
            : throw new SettingsException($"Option '{StandInProgram.IssuerOption}' is '{value}'; give the public base URL.");
    }

    internal static string ReadVariable(Func<string, string?> environment, string name)
    {
        var value = environment(name);
        return string.IsNullOrWhiteSpace(value)
            ? throw new SettingsException($"Environment variable '{name}' is empty; set it.")
            : value;
    }

    private static TimeSpan ReadLifetime(Func<string, string?> environment)
    {
        var value = ReadVariable(environment, StandInProgram.TokenLifetimeVariable);
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : throw new SettingsException(
                $"Environment variable '{StandInProgram.TokenLifetimeVariable}' is '{value}'; give whole seconds, at least 1.");
    }

    private static ImmutableSortedDictionary<string, string> ReadClients(Func<string, string?> environment)
    {
        // No client is a choice (nobody gets a token); a variable that is not there is a mistake.
        var form = environment(StandInProgram.ClientsVariable)
            ?? throw new SettingsException($"Environment variable '{StandInProgram.ClientsVariable}' is not set; set it, empty for no client.");
        return FormFields.TryParse(form, out var fields) && fields.All(field => field.Key.Length > 0 && field.Value.Length > 0)
            ? fields.ToImmutableSortedDictionary(StringComparer.Ordinal)
            : throw new SettingsException(
                $"Environment variable '{StandInProgram.ClientsVariable}' is malformed; give id=secret&id=secret, each id once.");
    }

    private static ImmutableArray<CertificateMaterial>? ReadCertificates(Func<string, string?> environment)
    {
        if (environment(StandInProgram.CertificatesVariable) is not { Length: > 0 } json)
        {
            return null;
        }

        const string Wanted = $"Environment variable '{StandInProgram.CertificatesVariable}' is malformed; give a JSON list with one certificate of each kind.";
        try
        {
            var certificates = JsonSerializer.Deserialize(json, StandInJson.Default.ImmutableArrayCertificateMaterial);
            return !certificates.IsDefault && certificates.Select(one => one.Kind).Order().SequenceEqual(Enum.GetValues<ServedCertificate>())
                ? certificates
                : throw new SettingsException(Wanted);
        }
        catch (JsonException)
        {
            // Its message would quote what is secret.
            throw new SettingsException(Wanted);
        }
    }

    private static SignInSetup ReadSignIn(Func<string, string?> environment)
    {
        if (environment(StandInProgram.SignInVariable) is not { Length: > 0 } encoded)
        {
            return new SignInSetup();
        }

        try
        {
            return JsonSerializer.Deserialize(Uri.UnescapeDataString(encoded), StandInJson.Default.SignInSetup) ?? new SignInSetup();
        }
        catch (JsonException)
        {
            // Without the cause: it could quote a password.
            throw new SettingsException(
                $"Environment variable '{StandInProgram.SignInVariable}' is malformed; give clients and users as percent-encoded JSON.");
        }
    }
}
