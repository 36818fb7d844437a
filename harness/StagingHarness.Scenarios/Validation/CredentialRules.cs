using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Systems.Credentials;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Each credential comes from somewhere.</summary>
internal static class CredentialRules
{
    public static void Check(SystemContext context)
    {
        foreach (var credential in context.System.Credentials?.Value ?? [])
        {
            Check(context, credential.Value?.Value);
        }
    }

    private static void Check(SystemContext context, CredentialDocument? credential)
    {
        if (credential is ProviderCredentialDocument { From: { } from } && context.System.Provider is null)
        {
            context.Findings.Report(
                FindingCode.NoProvider,
                from.Span,
                "this comes from the provider, and the system has none.",
                "add the section 'provider' with its 'audience'");
        }

        if (credential is ReferencedCredentialDocument { From.Value: FileSecretDocument { File: { } file } }
            && !file.Value.StartsWith('/')
            && context.Root.Resolve(context.File, file.Value) is null)
        {
            context.Findings.Report(
                FindingCode.PathNotInside,
                file.Span,
                $"secret file '{file.Value}' lies outside the scenario root.",
                "write its path from the top of the machine, like '/run/secrets/api-key'");
        }

        if (credential is GeneratedCredentialDocument { Generated: { Value: false } generated })
        {
            context.Findings.Report(
                FindingCode.KeyDoesNotFit,
                generated.Span,
                "a credential that is not generated must come from somewhere.",
                "write 'generated: true', 'from: provider' with 'client', or 'from' with where the secret lies");
        }
    }
}
