using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Services need services that there are, and can be started one after the other.</summary>
internal static class NeedsRules
{
    public static void Check(SystemContext context)
    {
        var needs = context.Services
            .GroupBy(service => service.Name.Value, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(
                group => group.Key,
                group => group.First().Value?.Value.Needs?.Value ?? [],
                StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in context.Services)
        {
            foreach (var need in needs[service.Name.Value])
            {
                Check(context, service.Name.Value, need, needs, told);
            }
        }
    }

    private static void Check(
        SystemContext context,
        string service,
        Spanned<string> need,
        ImmutableSortedDictionary<string, ImmutableArray<Spanned<string>>> needs,
        HashSet<string> told)
    {
        if (need.Value == service)
        {
            context.Findings.Report(FindingCode.NeedsCircle, need.Span, $"service '{service}' needs itself.", "remove it");
        }
        else if (!needs.ContainsKey(need.Value))
        {
            context.Findings.Report(
                FindingCode.UnknownService,
                need.Span,
                $"the system has no service '{need.Value}'.",
                NearestName.Hint(need.Value, needs.Keys.Where(name => name != service)));
        }
        else if (Way(need.Value, service, needs, []) is { } way && !way.Exists(told.Contains))
        {
            // The circle is told once, where it is first met, and not again by each service on it.
            told.UnionWith(way);
            context.Findings.Report(
                FindingCode.NeedsCircle,
                need.Span,
                $"service '{service}' needs '{string.Join("', which needs '", way)}', so none of them can be the first to start.",
                "remove one of these needs");
        }
    }

    /// <summary>The services from one to another, both included; null when none leads there.</summary>
    private static List<string>? Way(
        string from,
        string to,
        ImmutableSortedDictionary<string, ImmutableArray<Spanned<string>>> needs,
        HashSet<string> seen)
    {
        if (from == to)
        {
            return [to];
        }

        if (!seen.Add(from))
        {
            return null;
        }

        return needs.GetValueOrDefault(from, [])
            .Select(need => Way(need.Value, to, needs, seen))
            .FirstOrDefault(way => way is not null) is { } rest
            ? [from, .. rest]
            : null;
    }
}
