using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Validation;

/// <summary>What an expectation is narrowed down to exists: the request, the version, the server.</summary>
internal static class SelectionRules
{
    public static void Check(ValidationContext context, AnswerSelectionDocument? of)
    {
        if (of is null)
        {
            return;
        }

        CheckRequest(context, of.Request);
        CheckVersion(context, new VersionDocument { Release = of.Release, Platform = of.Platform, Configuration = of.Configuration });
        CheckServer(context, context.Scenario.Traffic?.Value.Service, of.Instance);
    }

    /// <summary>The service that the traffic goes to has the version.</summary>
    public static void CheckVersion(ValidationContext context, VersionDocument version)
    {
        if (context.Scenario.Traffic?.Value.Service is { } service)
        {
            ServiceReferences.CheckVersion(context, service.Value, version);
        }
    }

    /// <summary>The service stands on the stage, and the instance is one of it, or of any service when none is named.</summary>
    public static void CheckServer(ValidationContext context, Spanned<string>? service, Spanned<string>? instance)
    {
        if (service is not null && service != context.Scenario.Traffic?.Value.Service)
        {
            ServiceReferences.CheckStaged(context, service);
        }

        var placed = context.Stage.Where(placement => service is null || placement.Name.Value == service.Value).ToList();
        if (instance is null || placed.Count == 0 || placed.Exists(placement => placement.Value?.Value.Instances is null))
        {
            return;
        }

        List<string> names = [.. StageInstances.Of(context.Scenario, service?.Value), .. AddedInstances.Of(context).Where(added => service is null || added.StartsWith($"{service.Value}-", StringComparison.Ordinal))];
        if (!names.Contains(instance.Value))
        {
            context.Findings.Report(
                FindingCode.UnknownInstance,
                instance.Span,
                $"no instance '{instance.Value}' stands on the stage at any time.",
                NearestName.Hint(instance.Value, names));
        }
    }

    public static void CheckRequest(ValidationContext context, Spanned<HttpRequestLine>? request)
    {
        var lines = (context.Scenario.Traffic?.Value.AllRequests ?? []).Select(sent => sent.Value.Request?.Value);
        var recorded = (context.Recording?.Requests ?? []).Select(sent => new HttpRequestLine(sent.Method, sent.Path));
        List<HttpRequestLine?> sent = [.. lines, .. recorded.Distinct()];
        if (request is not null && sent.Count > 0 && sent.All(line => line is not null && line != request.Value))
        {
            context.Findings.Report(
                FindingCode.RequestNotSent,
                request.Span,
                $"the traffic has no request '{Text(request.Value)}'.",
                NearestName.Hint(Text(request.Value), sent.Select(line => Text(line!))));
        }
    }

    private static string Text(HttpRequestLine line) => $"{line.Method} {line.Path}";
}
