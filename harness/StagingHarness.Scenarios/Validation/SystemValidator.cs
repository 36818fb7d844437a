namespace StagingHarness.Scenarios.Validation;

/// <summary>All rules of a system file.</summary>
internal static class SystemValidator
{
    public static void Check(SystemContext context)
    {
        CredentialRules.Check(context);
        SignInRules.Check(context);
        NameRules.Check(context);
        ArtifactRules.Check(context);
        FileRules.Check(context);
        NeedsRules.Check(context);
        ReadyRules.Check(context);
        AttestRules.Check(context);
        PlaceholderRules.Check(context);
        JobRules.Check(context);
    }
}
