using System.Text.Json.Serialization;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Scenarios.Plans;

/// <summary>The version axes of a service: the code that ships, the server version that it runs on, and how both are configured.</summary>
/// <param name="Release">Name of the release.</param>
/// <param name="Platform">Name of the platform; <see cref="NoPlatform"/> for a service that has none.</param>
/// <param name="Configuration">Name of the configuration; null for a service that has none.</param>
public sealed record ServerVersion(
    string Release,
    string Platform,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Configuration = null)
{
    /// <summary>Stands for the platform of a service whose releases bring their own, such as an image.</summary>
    public const string NoPlatform = "none";

    /// <summary>What the gateway stamps on answers of that server.</summary>
    public static ServerVersion Of(ServerStamp stamp) => new(stamp.Release, stamp.Platform, stamp.Configuration);

    public ServerStamp StampOf(string instance) => new(instance, Release, Platform, Configuration);

    public override string ToString()
    {
        var platform = Platform == NoPlatform ? "" : $" on platform {Platform}";
        var configuration = Configuration is null ? "" : $" in configuration {Configuration}";
        return $"release {Release}{platform}{configuration}";
    }
}
