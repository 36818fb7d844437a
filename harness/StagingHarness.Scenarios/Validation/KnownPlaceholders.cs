using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Documents.Systems.Artifacts;
using StagingHarness.Scenarios.Documents.Systems.Credentials;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Which placeholders what a service or a job is started with may hold.</summary>
internal sealed class KnownPlaceholders
{
    public const string ReleasePath = "release.path";

    private static readonly string[] OfClient = ["id", "secret", "next-secret", "private-key"];

    private readonly SystemDocument _system;

    private KnownPlaceholders(SystemDocument system, IEnumerable<string> names)
    {
        _system = system;
        Names = [.. names];
    }

    /// <summary>Those that tell a server where to listen; one of them is enough.</summary>
    public static ImmutableArray<string> Listen { get; } = ["listen.http", "listen.http.port"];

    public ImmutableArray<string> Names { get; }

    /// <summary>What a server of the service may be told.</summary>
    /// <param name="system">The system.</param>
    /// <param name="service">The service.</param>
    /// <param name="configuration">The configuration in which it is told; null: in any, so that no file of one is known.</param>
    public static KnownPlaceholders Of(SystemDocument system, ServiceDocument service, ConfigurationDocument? configuration = null)
    {
        IEnumerable<string> paths = (service.Releases?.Value ?? []).Any(release => release.Value?.Value is ImageArtifactDocument or DockerfileArtifactDocument)
            ? []
            : [ReleasePath];
        IEnumerable<string> platform = service.HasPlatforms ? ["platform.path"] : [];
        var added = (configuration?.Files?.Value ?? []).Select(file => $"files.{file.Name.Value}");
        return new KnownPlaceholders(
            system, [.. added, .. Listen, "listen.http.host", .. paths, .. platform, .. Shared(system, service.Start?.Value.Files, service.Needs)]);
    }

    /// <summary>What a job may be told; it listens nowhere.</summary>
    public static KnownPlaceholders Of(SystemDocument system, JobDocument job) => new(
        system, [.. job.Runs?.Value is ProjectArtifactDocument ? new[] { ReleasePath } : [], .. Shared(system, job.Files, job.Needs)]);

    /// <summary>What to write instead of one that is not known.</summary>
    public string HintFor(string name)
    {
        if (name.StartsWith("provider.", StringComparison.Ordinal) && _system.Provider is null)
        {
            return "the system has no 'provider'; add that section";
        }

        if (name.StartsWith("stage.", StringComparison.Ordinal) && _system.Provider?.Value.Tls?.Value != true)
        {
            return "the stage has a CA where something on it speaks TLS; add 'tls: true' below 'provider'";
        }

        if ((_system.Provider?.Value.Clients?.Value ?? []).FirstOrDefault(client => CertificateOf(client.Name.Value) == name) is { } bare)
        {
            return $"the client has none; add 'certificate: issued' or 'certificate: self-signed' below '{bare.Name.Value}'";
        }

        if (name.StartsWith("listen.", StringComparison.Ordinal) && !Names.Contains(Listen[0]))
        {
            return "a job listens nowhere; remove it";
        }

        if (name is ReleasePath or "platform.path")
        {
            return name == ReleasePath
                ? "an image brings its release along; only projects are put into a folder"
                : "the service has no 'platforms'; its releases bring their own";
        }

        if (name.Split('.') is ["services", var service, "host" or "port"] && (_system.Services?.Value ?? []).Any(known => known.Name.Value == service))
        {
            return $"the address of '{service}' is known once it is ready: add it to 'needs'";
        }

        return (_system.Credentials?.Value ?? []).Any(credential => $"credentials.{credential.Name.Value}" == name)
            ? "servers know no access token beforehand; only a credential with 'generated: true' can be given to them"
            : NearestName.Hint(name, Names);
    }

    private static string CertificateOf(string client) => $"provider.clients.{client}.certificate";

    private static IEnumerable<string> OfProvider(ProviderDocument provider) =>
    [
        "provider.issuer",
        "provider.audience",
        .. (provider.Clients?.Value ?? []).SelectMany(client => OfClient.Select(what => $"provider.clients.{client.Name.Value}.{what}")),
        .. (provider.Clients?.Value ?? []).Where(client => client.Value?.Value.Certificate is not null).Select(client => CertificateOf(client.Name.Value)),
        .. provider.Clients is null ? []
            : provider.Users is { } users ? users.Value.Select(user => $"provider.users.{user.Name.Value}.password")
            : [$"provider.users.{SignInUserDocument.Usual}.password"],
    ];

    private static IEnumerable<string> Shared(
        SystemDocument system,
        Spanned<ImmutableArray<Named<StartFileDocument>>>? files,
        Spanned<ImmutableArray<Spanned<string>>>? needs) =>
    [
        "work",
        .. (files?.Value ?? []).Select(file => $"files.{file.Name.Value}"),
        .. (needs?.Value ?? []).SelectMany(need => (string[])[$"services.{need.Value}.host", $"services.{need.Value}.port"]),
        .. system.Provider?.Value.Tls?.Value == true ? new[] { "stage.ca", "stage.ca-and-next" } : [],
        .. system.Provider is null ? [] : OfProvider(system.Provider.Value),
        .. (system.Credentials?.Value ?? [])
            .Where(credential => credential.Value?.Value is not ProviderCredentialDocument)
            .Select(credential => $"credentials.{credential.Name.Value}"),
    ];
}
