namespace StagingHarness.History.Runs;

/// <summary>What a customer saw in the browser when something went wrong.</summary>
/// <param name="File">Its path in the run folder, as the journal has it.</param>
/// <param name="Jpeg">The picture; empty when it is not there any more.</param>
public sealed record SeenPicture(string File, ReadOnlyMemory<byte> Jpeg);
