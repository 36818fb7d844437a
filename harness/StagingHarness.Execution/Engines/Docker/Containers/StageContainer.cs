using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>
/// A container that has its places in all of its networks before its program starts. Engines before API 1.44 take one network
/// when a container is made, and a name that is looked up a moment too early costs seconds.
/// </summary>
internal sealed class StageContainer(IContainerConfiguration configuration) : DockerContainer(configuration)
{
    /// <summary>The networks beside the one in which it was made.</summary>
    public required ContainerSeats Seats { get; init; }

    public required ContainerTexts Texts { get; init; }

    protected override async Task UnsafeCreateAsync(CancellationToken ct = default)
    {
        await base.UnsafeCreateAsync(ct);
        await Seats.TakeOthersAsync(Id, ct);
        await Texts.PutAsync(Id, ct);
    }
}
