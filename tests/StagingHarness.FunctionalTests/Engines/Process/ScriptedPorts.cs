using StagingHarness.Execution.Engines.Process;

namespace StagingHarness.FunctionalTests.Engines.Process;

/// <summary>Gives the ports that a test wants first, then those of the system; counts what it was asked for.</summary>
internal sealed class ScriptedPorts(params int[] first) : IPortSource
{
    private readonly LoopbackPorts _rest = new();

    public int Asked { get; private set; }

    public int Next() => Asked++ < first.Length ? first[Asked - 1] : _rest.Next();
}
