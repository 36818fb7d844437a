using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>One thing that every passing run needs.</summary>
internal abstract class Requirement
{
    public abstract string Name { get; }

    /// <summary>A check that throws is inconclusive, and says what it threw.</summary>
    public RequirementResult Check(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        try
        {
            return Examine(analysis, expectations);
        }
        catch (Exception thrown)
        {
            return Inconclusive($"the check threw '{thrown.GetType().Name}': {thrown.Message}");
        }
    }

    protected abstract RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations);

    protected RequirementResult Met(string evidence) => Result(Standing.Met, evidence);

    protected RequirementResult NotMet(string evidence) => Result(Standing.NotMet, evidence);

    protected RequirementResult Inconclusive(string evidence) => Result(Standing.Inconclusive, evidence);

    protected RequirementResult Undermined(string evidence) => Result(Standing.Inconclusive, evidence) with { Undermines = true };

    private RequirementResult Result(Standing standing, string evidence) =>
        new() { Name = Name, Standing = standing, Evidence = evidence, Undermines = false };
}
