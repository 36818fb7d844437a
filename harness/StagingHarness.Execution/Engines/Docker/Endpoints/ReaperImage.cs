namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>
/// The image with which Testcontainers removes what a killed process leaves. Its settings are read here as Testcontainers
/// reads them, since its own class of settings asks engines as soon as it is touched.
/// </summary>
public static class ReaperImage
{
    /// <summary>What Testcontainers takes without a setting.</summary>
    public const string Default = "testcontainers/ryuk:0.14.0@sha256:7c1a8a9a47c780ed0f983770a662f80deb115d95cce3e2daa3d12115b8cd28f0";

    /// <summary>Name of the image for this user; null when the reaper is switched off.</summary>
    public static string? Choose() => Choose(EndpointSurroundings.OfThisProcess());

    internal static string? Choose(EndpointSurroundings surroundings)
    {
        var properties = TestcontainersProperties.Of(surroundings);
        var isOff = new[] { surroundings.Setting("TESTCONTAINERS_RYUK_DISABLED"), properties["ryuk.disabled"] }
            .Any(value => value == "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));
        return isOff ? null : surroundings.Setting("TESTCONTAINERS_RYUK_CONTAINER_IMAGE") ?? properties["ryuk.container.image"] ?? Default;
    }
}
