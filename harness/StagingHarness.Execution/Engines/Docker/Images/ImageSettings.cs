namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>The images that the harness builds upon.</summary>
public sealed record ImageSettings
{
    public const string BaseImageVariable = "STAGE_BASE_IMAGE";

    public const string DefaultBaseImage = "mcr.microsoft.com/dotnet/aspnet:10.0";

    public const string LocalBaseImage = "staging-harness/aspnet:10.0";

    public const string DebianImageVariable = "STAGE_DEBIAN_IMAGE";

    public const string DefaultDebianImage = "debian:bookworm-slim";

    public const string LocalDebianImage = "staging-harness/debian:bookworm";

    /// <summary>Image of the ASP.NET Core runtime, in which published projects and the harness's own programs run.</summary>
    public required ImageSetting BaseImage { get; init; }

    /// <summary>Image that builds of Dockerfiles get as their argument <c>DEBIAN_IMAGE</c>.</summary>
    public required ImageSetting DebianImage { get; init; }

    /// <param name="environment">Value of an environment variable, null when it is not set; an empty one counts as not set.</param>
    public static ImageSettings From(Func<string, string?> environment) => new()
    {
        BaseImage = Setting(environment, BaseImageVariable, DefaultBaseImage, LocalBaseImage),
        DebianImage = Setting(environment, DebianImageVariable, DefaultDebianImage, LocalDebianImage),
    };

    private static ImageSetting Setting(Func<string, string?> environment, string variable, string byDefault, string local) =>
        new(variable, environment(variable)?.Trim() is { Length: > 0 } name ? name : null, byDefault, local);
}
