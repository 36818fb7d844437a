using System.Collections.Immutable;
using Docker.DotNet;
using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Failures;

/// <summary>Tells from an engine's answer what kind of trouble it is. Its words are all that engines give; there are no codes.</summary>
internal static class DockerFailure
{
    private static readonly string[] DiskMarks = ["no space left on device"];
    private static readonly string[] PortMarks = ["port is already allocated", "address already in use", "ports are not available"];
    private static readonly string[] AddressMarks = ["non-overlapping IPv4 address pool", "all predefined address pools have been fully subnetted"];

    /// <summary>What went wrong when a container was made or started.</summary>
    public static EnvironmentException OfStart(string instance, string image, Exception exception)
    {
        var detail = EngineTrouble.Words(exception);
        return Has(detail, DiskMarks) ? new DiskFullException($"instance '{instance}' was started", detail)
            : Has(detail, PortMarks) ? new PortTakenException(instance, detail)
            : exception is DockerApiException ? new ContainerStartException(instance, image, detail)
            : new EngineRefusedException($"instance '{instance}' was started", exception);
    }

    /// <summary>What went wrong when a network was made.</summary>
    public static EnvironmentException OfNetwork(string network, Exception exception)
    {
        var detail = EngineTrouble.Words(exception);
        return Has(detail, AddressMarks)
            ? new AddressesExhaustedException(network, detail)
            : new EngineRefusedException($"network '{network}' was made", exception);
    }

    /// <summary>What went wrong when an image was built.</summary>
    public static EnvironmentException OfBuild(string subject, Exception exception, ImmutableArray<string> output)
    {
        var detail = EngineTrouble.Words(exception);
        return Has(detail, DiskMarks) || output.Any(line => Has(line, DiskMarks))
            ? new DiskFullException($"the image of {subject} was built", detail)
            : new ArtifactBuildException(subject, detail, output);
    }

    /// <summary>What went wrong when an image was pulled.</summary>
    public static EnvironmentException OfPull(string reference, string subject, string otherwise, Exception exception)
    {
        var detail = EngineTrouble.Words(exception);
        return Has(detail, DiskMarks)
            ? new DiskFullException($"image '{reference}' was pulled", detail)
            : new ImageMissingException(reference, subject, detail, otherwise);
    }

    private static bool Has(string text, string[] marks) => marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
