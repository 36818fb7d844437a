using System.Collections.Immutable;
using StagingHarness.Analysis.Steps;
using StagingHarness.Analysis.Upgrades;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Comparing;

/// <summary>One run, as it stands in the table.</summary>
public sealed record ComparedRun
{
    /// <summary>As it was named.</summary>
    public required string Folder { get; init; }

    public required string Scenario { get; init; }

    /// <summary>Kinds of steps that changed something, in their order.</summary>
    public required ImmutableArray<string> Strategy { get; init; }

    public required string Engine { get; init; }

    /// <summary>Headline of the verdict.</summary>
    public required string Verdict { get; init; }

    public required UpgradeFigures Figures { get; init; }

    public static ComparedRun Of(string folder, Verdict verdict) => new()
    {
        Folder = folder,
        Scenario = verdict.Analysis.Record.Plan.Name,
        Strategy = StepKinds.StrategyOf(verdict.Analysis.Steps),
        Engine = verdict.Analysis.Record.Start.Engine,
        Verdict = verdict.Headline,
        Figures = UpgradeFiguresBuilder.Of(verdict.Analysis),
    };
}
