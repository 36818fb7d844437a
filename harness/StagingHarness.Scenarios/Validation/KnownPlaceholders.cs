using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Documents.Systems.Artifacts;
using StagingHarness.Scenarios.Documents.Systems.Credentials;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Which placeholders what a service is started with may hold.</summary>
internal sealed class KnownPlaceholders
{
    public const string ReleasePath = "release.path";

    private readonly SystemDocument _system;
    private readonly ServiceDocument _service;

    public KnownPlaceholders(SystemDocument system, ServiceDocument service)
    {
        _system = system;
        _service = service;
        Names = [.. Of(system, service)];
    }

    /// <summary>Those that tell a server where to listen; one of them is enough.</summary>
    public static ImmutableArray<string> Listen { get; } = ["listen.http", "listen.http.port"];

    public ImmutableArray<string> Names { get; }

    /// <summary>What to write instead of one that is not known.</summary>
    public string HintFor(string name)
    {
        if (name.StartsWith("provider.", StringComparison.Ordinal) && _system.Provider is null)
        {
            return "the system has no 'provider'; add that section";
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

    private static IEnumerable<string> Of(SystemDocument system, ServiceDocument service)
    {
        IEnumerable<string> paths = (service.Releases?.Value ?? []).Any(release => release.Value?.Value is ImageArtifactDocument or DockerfileArtifactDocument)
            ? []
            : [ReleasePath];
        IEnumerable<string> platform = service.HasPlatforms ? ["platform.path"] : [];
        IEnumerable<string> provider = system.Provider is null ? [] : ["provider.issuer", "provider.audience"];
        return
        [
            .. Listen,
            "listen.http.host",
            .. paths,
            .. platform,
            "work",
            .. (service.Start?.Value.Files?.Value ?? []).Select(file => $"files.{file.Name.Value}"),
            .. (service.Needs?.Value ?? []).SelectMany(need => (string[])[$"services.{need.Value}.host", $"services.{need.Value}.port"]),
            .. provider,
            .. (system.Credentials?.Value ?? [])
                .Where(credential => credential.Value?.Value is not ProviderCredentialDocument)
                .Select(credential => $"credentials.{credential.Name.Value}"),
        ];
    }
}
