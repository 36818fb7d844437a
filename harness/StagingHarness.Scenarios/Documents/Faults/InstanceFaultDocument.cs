using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>A fault of instances: those that it names, or a number of a service's, drawn from the scenario's seed.</summary>
internal abstract record InstanceFaultDocument : FaultDocument
{
    private protected InstanceFaultDocument()
    {
    }

    public Spanned<ImmutableArray<Spanned<string>>>? Instances { get; init; }

    public Spanned<string>? Service { get; init; }

    public Spanned<int>? Count { get; init; }

    private protected static ListShape<string> Targets { get; } =
        new(Names.Instance) { NeedsOne = "instance", Distinct = true, OneIsEnough = true, Example = "[portal-1]" };

    private protected static CountShape Number { get; } = new() { Least = 1, Most = 1000, Usual = 1 };
}
