namespace StagingHarness.Generator.Sending;

/// <summary>Takes the outcomes of requests as they are done; thread-safe.</summary>
internal interface IOutcomeSink
{
    void Add(in Measured measured);
}
