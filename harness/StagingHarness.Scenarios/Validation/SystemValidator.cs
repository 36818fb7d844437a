using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Files;

namespace StagingHarness.Scenarios.Validation;

/// <summary>All rules of a system file.</summary>
internal static class SystemValidator
{
    /// <param name="system">As written.</param>
    /// <param name="file">The system file, relative to the root.</param>
    /// <param name="root">Where project files are looked for.</param>
    /// <param name="findings">Hears of everything that is wrong.</param>
    public static void Check(SystemDocument system, string file, RootFolder root, FindingSink findings)
    {
        foreach (var credential in system.Credentials?.Value ?? [])
        {
            CheckCredential(system, credential.Value?.Value, findings);
        }

        foreach (var service in system.Services?.Value ?? [])
        {
            foreach (var artifact in service.Value?.Value.Releases?.Value ?? [])
            {
                CheckProject(artifact, file, root, findings);
            }

            foreach (var artifact in service.Value?.Value.Platforms?.Value ?? [])
            {
                CheckProject(artifact, file, root, findings);
            }

            if (service.Value?.Value.Start is { } start)
            {
                PlaceholderRules.Check(system, start, findings);
            }
        }
    }

    private static void CheckCredential(SystemDocument system, CredentialDocument? credential, FindingSink findings)
    {
        if (credential is ProviderCredentialDocument { From: { } from } && system.Provider is null)
        {
            findings.Report(
                FindingCode.NoProvider,
                from.Span,
                "this comes from the provider, and the system has none.",
                "add the section 'provider' with its 'audience'");
        }

        if (credential is GeneratedCredentialDocument { Generated: { Value: false } generated })
        {
            findings.Report(
                FindingCode.KeyDoesNotFit,
                generated.Span,
                "a credential that is not generated must come from somewhere.",
                "write 'generated: true', or 'from: provider' with 'client'");
        }
    }

    private static void CheckProject(Named<ArtifactDocument> artifact, string file, RootFolder root, FindingSink findings)
    {
        if (artifact.Value?.Value.Project is not { } project)
        {
            return;
        }

        if (root.Resolve(file, project.Value) is not { } path)
        {
            findings.Report(
                FindingCode.PathNotInside,
                project.Span,
                $"project '{project.Value}' lies outside the scenario root.",
                "the root is the folder of the solution; move the project below it");
        }
        else if (!root.HasFile(path))
        {
            findings.Report(
                FindingCode.ProjectMissing,
                project.Span,
                $"project file '{path}' does not exist.",
                "the path counts from the folder of this file; correct it, or add the project");
        }
    }
}
