using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems.Credentials;

namespace StagingHarness.Scenarios.Validation;

/// <summary>The traffic goes to a service on the stage, with credentials that the system has.</summary>
internal static class TrafficRules
{
    public static void Check(ValidationContext context)
    {
        if (context.Scenario.Traffic?.Value is not { } traffic)
        {
            return;
        }

        if (traffic.Service is { } service)
        {
            ServiceReferences.CheckStaged(context, service);
        }

        if (context.System is not { } system || traffic.Credentials is not { } credentials)
        {
            return;
        }

        var known = (system.Credentials?.Value ?? []).ToList();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in credentials.Value)
        {
            if (known.Find(credential => credential.Name.Value == name.Value) is { } credential)
            {
                CheckHeader(context, name, credential.Value?.Value, headers);
            }
            else
            {
                context.Findings.Report(
                    FindingCode.UnknownCredential,
                    name.Span,
                    $"the system has no credential '{name.Value}'.",
                    NearestName.Hint(name.Value, known.Select(candidate => candidate.Name.Value)));
            }
        }
    }

    private static void CheckHeader(
        ValidationContext context,
        Spanned<string> name,
        CredentialDocument? credential,
        Dictionary<string, string> headers)
    {
        if (credential is GeneratedCredentialDocument { HasHeader: false } or ReferencedCredentialDocument { HasHeader: false })
        {
            context.Findings.Report(
                FindingCode.MissingKey,
                name.Span,
                $"credential '{name.Value}' has no 'header', so no request can carry it.",
                "add 'header' to it in the system file, or leave it out here");
        }
        else if (credential?.Header?.Value is { } header && !headers.TryAdd(header, name.Value) && headers[header] != name.Value)
        {
            context.Findings.Report(
                FindingCode.HeaderTaken,
                name.Span,
                $"credentials '{headers[header]}' and '{name.Value}' both travel in the header '{header}'.",
                "a request carries one of them; remove the other");
        }
    }
}
