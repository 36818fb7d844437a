using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Images;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>Builds a <see cref="StageContainer"/> as Testcontainers' modules build theirs.</summary>
internal sealed class StageContainerBuilder : ContainerBuilder<StageContainerBuilder, StageContainer, ContainerConfiguration>
{
    private readonly ContainerSeats _seats;
    private readonly ContainerTexts _texts;

    public StageContainerBuilder(string image, ContainerSeats seats, ContainerTexts texts)
        : this(new ContainerConfiguration(), seats, texts) =>
        DockerResourceConfiguration = Init().WithImage(new DockerImage(image)).DockerResourceConfiguration;

    private StageContainerBuilder(ContainerConfiguration configuration, ContainerSeats seats, ContainerTexts texts)
        : base(configuration)
    {
        DockerResourceConfiguration = configuration;
        _seats = seats;
        _texts = texts;
    }

    protected override ContainerConfiguration DockerResourceConfiguration { get; }

    public override StageContainer Build()
    {
        Validate();
        return new StageContainer(DockerResourceConfiguration) { Seats = _seats, Texts = _texts };
    }

    protected override StageContainerBuilder Clone(IResourceConfiguration<CreateContainerParameters> resourceConfiguration) =>
        Merge(DockerResourceConfiguration, new ContainerConfiguration(resourceConfiguration));

    protected override StageContainerBuilder Clone(IContainerConfiguration resourceConfiguration) =>
        Merge(DockerResourceConfiguration, new ContainerConfiguration(resourceConfiguration));

    protected override StageContainerBuilder Merge(ContainerConfiguration oldValue, ContainerConfiguration newValue) =>
        new(new ContainerConfiguration(oldValue, newValue), _seats, _texts);
}
