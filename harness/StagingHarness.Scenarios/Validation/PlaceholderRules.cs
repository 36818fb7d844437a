using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Documents.Systems.Artifacts;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Placeholders in what a server is started with are known, and tell it what it must know.</summary>
internal static class PlaceholderRules
{
    public static void Check(SystemContext context)
    {
        foreach (var service in context.Services)
        {
            if (service.Value?.Value is { Start: { } start } document)
            {
                Check(context, document, start);
            }
        }
    }

    /// <summary>Each is known, and none that stands for a secret is visible to others.</summary>
    public static void CheckUse(
        SystemContext context, ImmutableArray<Placeholder> visible, IEnumerable<Placeholder> environment, KnownPlaceholders known)
    {
        foreach (var placeholder in visible.Concat(environment))
        {
            CheckKnown(context, placeholder, known);
        }

        foreach (var placeholder in visible.Where(placeholder => placeholder.IsSecret && known.Names.Contains(placeholder.Name)))
        {
            context.Findings.Report(
                FindingCode.SecretInArgument,
                placeholder.Span,
                $"placeholder '{{{placeholder.Name}}}' stands in an argument, which every user of the machine can read.",
                "give it to the server in its 'environment'");
        }
    }

    private static void Check(SystemContext context, ServiceDocument service, Spanned<StartDocument> start)
    {
        var known = KnownPlaceholders.Of(context.System, service);
        var locals = (service.Releases?.Value ?? []).Select(release => ArtifactRules.LocalOf(release.Value?.Value)).OfType<Spanned<LocalDocument>>().ToList();
        var arguments = Find(start.Value.Arguments?.Value ?? []);
        var environment = Find((start.Value.Environment?.Value ?? []).Select(variable => variable.Value).OfType<Spanned<string>>());
        var commands = locals.ConvertAll(local => (Local: local, Placeholders: Find(local.Value.Command?.Value ?? [])));

        ImmutableArray<Placeholder> visible = [.. arguments, .. commands.SelectMany(command => command.Placeholders)];
        CheckUse(context, visible, environment, known);

        foreach (var configuration in (service.Configurations?.Value ?? []).Select(named => named.Value?.Value).OfType<ConfigurationDocument>())
        {
            var values = (configuration.Environment?.Value ?? []).Select(variable => variable.Value).OfType<Spanned<string>>();
            CheckUse(context, [], Find(values), KnownPlaceholders.Of(context.System, service, configuration));
        }

        ImmutableArray<Placeholder> started = [.. arguments, .. environment];
        CheckServer(context, service, start, known, started);
        foreach (var (local, placeholders) in commands)
        {
            CheckLocal(context, local, known, [.. started, .. placeholders]);
        }
    }

    private static List<Placeholder> Find(IEnumerable<Spanned<string>> values) => [.. values.SelectMany(Placeholder.In)];

    private static void CheckKnown(SystemContext context, Placeholder placeholder, KnownPlaceholders known)
    {
        if (!known.Names.Contains(placeholder.Name))
        {
            context.Findings.Report(
                FindingCode.UnknownPlaceholder,
                placeholder.Span,
                $"placeholder '{{{placeholder.Name}}}' is not known.",
                known.HintFor(placeholder.Name));
        }
    }

    private static void CheckServer(
        SystemContext context,
        ServiceDocument service,
        Spanned<StartDocument> start,
        KnownPlaceholders known,
        ImmutableArray<Placeholder> placeholders)
    {
        var isProject = service.HasPlatforms
            || (service.Releases?.Value ?? []).Any(release => release.Value?.Value is ProjectArtifactDocument);
        if (!start.Value.HasPort && !IsTold(placeholders, known, KnownPlaceholders.Listen))
        {
            context.Findings.Report(
                FindingCode.PlaceholderUnused,
                start.Span,
                "nothing tells a server where to listen.",
                isProject
                    ? "put '{listen.http}' into its 'environment' or 'arguments'"
                    : "add 'port' with the port on which the image listens, or put '{listen.http}' into its 'environment' or 'arguments'");
        }

        if (service.HasPlatforms && !IsTold(placeholders, known, [KnownPlaceholders.ReleasePath]))
        {
            context.Findings.Report(
                FindingCode.PlaceholderUnused,
                start.Span,
                "nothing tells a server where its release lies.",
                "put '{release.path}' into its 'environment' or 'arguments'");
        }
    }

    // Without containers all servers share the ports of the machine; the port of the image may be taken.
    private static void CheckLocal(
        SystemContext context, Spanned<LocalDocument> local, KnownPlaceholders known, ImmutableArray<Placeholder> placeholders)
    {
        if (local.Value.Command is not null && !IsTold(placeholders, known, KnownPlaceholders.Listen))
        {
            context.Findings.Report(
                FindingCode.PlaceholderUnused,
                local.Span,
                "nothing tells the local program where to listen.",
                "put '{listen.http.port}' into 'command', or into the 'environment' or 'arguments' of 'start'");
        }
    }

    // A placeholder that is not known is a finding already, and a misspelt one most likely this one.
    private static bool IsTold(ImmutableArray<Placeholder> placeholders, KnownPlaceholders known, ImmutableArray<string> names) =>
        placeholders.Any(placeholder => names.Contains(placeholder.Name)
            || (!known.Names.Contains(placeholder.Name) && NearestName.Find(placeholder.Name, names) is not null));
}
