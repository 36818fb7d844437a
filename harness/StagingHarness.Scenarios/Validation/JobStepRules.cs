using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Validation;

/// <summary>The job that a step runs exists, and what it needs stands on the stage.</summary>
internal static class JobStepRules
{
    public static void Check(ValidationContext context)
    {
        if (context.System is not { } system)
        {
            return;
        }

        foreach (var name in WrittenSteps.Bodies(context).Select(body => (body.Value as JobStepDocument)?.Name).OfType<Spanned<string>>())
        {
            if ((system.Jobs?.Value ?? []).FirstOrDefault(job => job.Name.Value == name.Value) is { } job)
            {
                CheckNeeds(context, name, job);
            }
            else
            {
                context.Findings.Report(
                    FindingCode.UnknownJob,
                    name.Span,
                    $"the system has no job '{name.Value}'.",
                    system.Jobs is { } jobs ? NearestName.Hint(name.Value, jobs.Value.Select(known => known.Name.Value)) : "add it to 'jobs' in the system file");
            }
        }
    }

    private static void CheckNeeds(ValidationContext context, Spanned<string> name, Named<JobDocument> job)
    {
        var staged = context.Stage.Select(placement => placement.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var need in job.Value?.Value.Needs?.Value ?? [])
        {
            if (context.Service(need.Value) is not null && !staged.Contains(need.Value))
            {
                context.Findings.Report(
                    FindingCode.NotOnStage,
                    name.Span,
                    $"job '{name.Value}' needs '{need.Value}', which does not stand on the stage.",
                    $"add '{need.Value}' to 'stage'");
            }
        }
    }
}
