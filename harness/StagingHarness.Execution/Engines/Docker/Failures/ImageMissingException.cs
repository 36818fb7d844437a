using StagingHarness.Execution.Ports;

namespace StagingHarness.Execution.Engines.Docker.Failures;

/// <summary>An image is neither on the engine nor to be had from its registry.</summary>
public sealed class ImageMissingException : EnvironmentException
{
    public ImageMissingException(string reference, string subject, string reason)
        : base($"Image '{reference}' for {subject} cannot be had: {reason} "
            + $"Pull or load it beforehand ('docker pull {reference}'), or name another one.")
    {
        Reference = reference;
    }

    public ImageMissingException(string reference, string subject, Exception cause)
        : base($"Image '{reference}' for {subject} cannot be had, neither from the engine nor from its registry. "
            + $"Pull or load it beforehand ('docker pull {reference}'), or name another one. What the engine said: {cause.Message}", cause)
    {
        Reference = reference;
    }

    public string Reference { get; }
}
