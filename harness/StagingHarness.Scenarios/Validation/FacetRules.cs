using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Facets;
using StagingHarness.Scenarios.Documents.Steps;

namespace StagingHarness.Scenarios.Validation;

/// <summary>What facets change about single endpoints is about endpoints that the provider has; in steps, and in contracts of the system.</summary>
internal static class FacetRules
{
    public static void Check(ValidationContext context)
    {
        foreach (var step in WrittenSteps.Bodies(context))
        {
            if (step.Value is ProviderStepDocument { Facets: { } facets })
            {
                Check(context, facets.Value);
            }
        }

        foreach (var contract in context.System?.Provider?.Value.Contracts?.Value ?? [])
        {
            if (contract.Value is { } facets)
            {
                Check(context, facets.Value);
            }
        }
    }

    private static void Check(ValidationContext context, FacetsDocument facets)
    {
        if (context.System?.Provider?.Value is { Tls: not { Value: true } })
        {
            CheckPlain(context, facets);
        }

        foreach (var (name, rule) in (facets.Endpoints?.Value ?? []).Select(endpoint => (endpoint.Name, endpoint.Value?.Value)))
        {
            if (context.System is { } system && !system.Endpoints.Contains(name.Value))
            {
                context.Findings.Report(
                    FindingCode.UnknownEndpoint,
                    name.Span,
                    $"the provider has no endpoint '{name.Value}'.",
                    NearestName.Hint(name.Value, system.Endpoints));
            }
            else if (rule?.MovedTo is { } moved && !StandInEndpoint.Paths.ContainsKey(name.Value))
            {
                context.Findings.Report(
                    FindingCode.KeyDoesNotFit,
                    moved.Span,
                    $"'{name.Value}' is a mapping, and its path stands in its file.",
                    "give a contract mappings of its own, in which it has the new path");
            }
            else if (rule is { Status: { Value: >= 300 and < 400 } status, MovedTo: null, Headers: null })
            {
                context.Findings.Report(
                    FindingCode.RedirectToNowhere,
                    status.Span,
                    "this sends clients on, and does not say where to.",
                    "add 'moved-to' with the new path, or a 'Location' under 'headers'");
            }
        }
    }

    /// <summary>Of a provider without TLS.</summary>
    private static void CheckPlain(ValidationContext context, FacetsDocument facets)
    {
        const string Hint = "add 'tls: true' below 'provider' in the system file";
        if ((facets.Certificate?.Span ?? facets.Tls?.Span ?? facets.Http?.Span) is { } secured)
        {
            context.Findings.Report(FindingCode.TransportIsPlain, secured, "the provider secures no connection, so this changes nothing.", Hint);
        }

        if ((facets.ClientAuthentication?.Value ?? []).FirstOrDefault(way => way.Value is ClientProof.TlsClientAuth or ClientProof.SelfSignedTlsClientAuth) is { } way)
        {
            context.Findings.Report(FindingCode.TransportIsPlain, way.Span, "the provider secures no connection, and clients show certificates in its handshake.", Hint);
        }
    }
}
