using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;

namespace StagingHarness.Scenarios.Planning.Walks;

/// <summary>Steps that run at the same time; the same object stands in each of them.</summary>
internal sealed class WalkedGroup(Spanned<StepBodyDocument> body)
{
    /// <summary>Stands at the key <c>parallel</c>.</summary>
    public Spanned<StepBodyDocument> Body { get; } = body;

    /// <summary>The steps one after the other; those that run at the same time in one.</summary>
    public static IEnumerable<ImmutableArray<WalkedStep>> Of(ImmutableArray<WalkedStep> steps)
    {
        for (var from = 0; from < steps.Length;)
        {
            var until = from + 1;
            while (steps[from].Group is { } group && until < steps.Length && ReferenceEquals(steps[until].Group, group))
            {
                until++;
            }

            yield return steps[from..until];
            from = until;
        }
    }
}
