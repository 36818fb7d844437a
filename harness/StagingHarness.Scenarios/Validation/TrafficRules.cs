using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
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

        CheckWhen(context, context.Scenario.Traffic.Span, traffic);
        CheckSpoken(context, traffic);
        CheckGenerators(context, traffic);
        if (traffic.Service is { } service)
        {
            ServiceReferences.CheckStaged(context, service);
        }

        CheckCredentials(context, traffic.Credentials?.Value ?? []);
    }

    /// <summary>The system has them, and they travel in headers, each in one of its own.</summary>
    public static void CheckCredentials(ValidationContext context, IEnumerable<Spanned<string>> credentials)
    {
        if (context.System is not { } system)
        {
            return;
        }

        var known = (system.Credentials?.Value ?? []).ToList();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in credentials)
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

    /// <summary>A recording says what is sent and when; without one the rate is written, and what is sent.</summary>
    private static void CheckWhen(ValidationContext context, SourceSpan span, TrafficDocument traffic)
    {
        var written = new (string Key, string Sample, SourceSpan? Span, bool IsWritten)[]
        {
            ("rate", "100/s", traffic.Rate?.Span, traffic.HasRate),
            ("requests", "", traffic.Requests?.Span, true),
            ("journeys", "", traffic.Journeys?.Span, true),
            ("arrivals", "", traffic.Arrivals?.Span, true),
            ("stretches", "", traffic.Stretches?.Span, true),
        };
        foreach (var key in written)
        {
            if (traffic.Replay is null && !key.IsWritten && !context.IsWritten("traffic", "replay"))
            {
                context.Findings.Report(
                    FindingCode.MissingKey, span, $"key '{key.Key}' is missing in 'traffic'.", $"add '{$"{key.Key}: {key.Sample}".TrimEnd()}'");
            }
            else if (traffic.Replay is not null && key.Span is { } twice)
            {
                context.Findings.Report(
                    FindingCode.ReplayedAndWritten, twice, $"'{key.Key}' stands beside 'replay'.", "a recording says what is sent and when: keep one of them");
            }
        }
    }

    /// <summary>Each generator has a connection of its own at least.</summary>
    private static void CheckGenerators(ValidationContext context, TrafficDocument traffic)
    {
        if (traffic is { Generators: { } generators, Connections.Value: var connections } && generators.Value > connections)
        {
            context.Findings.Report(
                FindingCode.KeyDoesNotFit,
                generators.Span,
                $"{generators.Value} generators cannot share {connections} {(connections == 1 ? "connection" : "connections")}.",
                $"write 'connections: {generators.Value}' or more, or fewer generators");
        }
    }

    private static void CheckSpoken(ValidationContext context, TrafficDocument traffic)
    {
        // What stands behind 'tls' and could not be read may be true.
        var isPlain = traffic.Tls is { } tls ? !tls.Value : !context.IsWritten("traffic", "tls");
        if (traffic is { Http: { Value: ClientHttp.Http2 } http, Browser: not null } && isPlain)
        {
            context.Findings.Report(
                FindingCode.BrowserNeedsTls, http.Span, "no browser speaks HTTP/2 without TLS, and the traffic has journeys in one.", "add 'tls: true', or leave 'http' out");
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
