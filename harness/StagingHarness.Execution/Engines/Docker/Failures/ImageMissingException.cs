using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Failures;

/// <summary>An image is neither on the engine nor to be had from its registry.</summary>
public sealed class ImageMissingException : EnvironmentException
{
    /// <param name="reference">The image.</param>
    /// <param name="subject">What it is for.</param>
    /// <param name="reason">Why it cannot be had, as a sentence.</param>
    /// <param name="otherwise">What else mends it, after "or".</param>
    public ImageMissingException(string reference, string subject, string reason, string otherwise)
        : base($"Image '{reference}' for {subject} cannot be had: {reason} "
            + $"Pull or load it beforehand ('docker pull {reference}'), or {otherwise}.")
    {
        Reference = reference;
    }

    public string Reference { get; }
}
