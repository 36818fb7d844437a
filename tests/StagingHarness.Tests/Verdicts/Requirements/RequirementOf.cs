using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Tests.Verdicts.Requirements;

/// <summary>Holds one requirement against a record.</summary>
internal static class RequirementOf
{
    public static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    public static RunRecord Calm() => CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible));

    public static RequirementResult Check<TRequirement>(RunRecord record)
        where TRequirement : Requirement, new()
    {
        var analysis = RunAnalysis.Of(record);
        return new TRequirement().Check(analysis, ExpectationCheck.All(analysis));
    }
}
