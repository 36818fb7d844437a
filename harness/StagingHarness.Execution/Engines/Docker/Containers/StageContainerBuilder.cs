using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Images;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>Builds a <see cref="StageContainer"/> as Testcontainers' modules build theirs.</summary>
internal sealed class StageContainerBuilder : ContainerBuilder<StageContainerBuilder, StageContainer, ContainerConfiguration>
{
    private readonly ContainerSeats _seats;

    public StageContainerBuilder(string image, ContainerSeats seats)
        : this(new ContainerConfiguration(), seats) =>
        DockerResourceConfiguration = Init().WithImage(new DockerImage(image)).DockerResourceConfiguration;

    private StageContainerBuilder(ContainerConfiguration configuration, ContainerSeats seats)
        : base(configuration)
    {
        DockerResourceConfiguration = configuration;
        _seats = seats;
    }

    protected override ContainerConfiguration DockerResourceConfiguration { get; }

    public override StageContainer Build()
    {
        Validate();
        return new StageContainer(DockerResourceConfiguration) { Seats = _seats };
    }

    protected override StageContainerBuilder Clone(IResourceConfiguration<CreateContainerParameters> resourceConfiguration) =>
        Merge(DockerResourceConfiguration, new ContainerConfiguration(resourceConfiguration));

    protected override StageContainerBuilder Clone(IContainerConfiguration resourceConfiguration) =>
        Merge(DockerResourceConfiguration, new ContainerConfiguration(resourceConfiguration));

    protected override StageContainerBuilder Merge(ContainerConfiguration oldValue, ContainerConfiguration newValue) =>
        new(new ContainerConfiguration(oldValue, newValue), _seats);
}
