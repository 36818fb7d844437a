using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>The same steps several times, one round after the other.</summary>
internal sealed record RepeatStepDocument : StepBodyDocument
{
    public static MappingShape<RepeatStepDocument> Shape { get; } =
        new MappingShape<RepeatStepDocument>(new RepeatStepDocument())
            .Required("times", new CountShape { Least = 2, Most = 100, Usual = 3 }, (document, value) => document with { Times = value })
            .Required("steps", new ListShape<StepDocument>(StepDocument.OfRound) { NeedsOne = "step" }, (document, value) => document with { Steps = value });

    public Spanned<int>? Times { get; init; }

    public Spanned<ImmutableArray<Spanned<StepDocument>>>? Steps { get; init; }
}
