namespace StagingHarness.Scenarios.Validation;

/// <summary>What stands on the stage exists.</summary>
internal static class StageRules
{
    public static void Check(ValidationContext context)
    {
        foreach (var placement in context.Stage)
        {
            ServiceReferences.CheckKnown(context, placement.Name);
            ServiceReferences.CheckVersion(
                context,
                placement.Name.Value,
                placement.Value?.Value.Release,
                placement.Value?.Value.Platform);
        }
    }
}
