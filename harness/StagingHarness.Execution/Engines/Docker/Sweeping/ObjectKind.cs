namespace StagingHarness.Execution.Engines.Docker.Sweeping;

/// <summary>Kinds of objects that a run makes on an engine, in the order in which they can be removed.</summary>
internal enum ObjectKind
{
    Container,
    Network,
    Volume,
}
