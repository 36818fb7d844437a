namespace StagingHarness.Protocols.Generator;

/// <summary>What came over a control connection is not a frame, or not the frame that had to come.</summary>
public sealed class FrameException : Exception
{
    public FrameException(string message)
        : base(message)
    {
    }

    public FrameException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
