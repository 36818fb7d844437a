using System.Collections.Immutable;
using StagingHarness.Files;
using StagingHarness.Loading;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Readiness;
using StagingHarness.Timelines;

namespace StagingHarness.Scaffolding;

/// <summary>Makes a new scenario that is valid as it is, with whatever files it still needs.</summary>
public static class Scaffold
{
    private const string ScenarioSchema = "scenario.schema.json";
    private const string SystemSchema = "system.schema.json";

    /// <summary>The files to be written, the scenario first. Nothing is written.</summary>
    /// <exception cref="ScaffoldRefusedException">It cannot be done; the message says why.</exception>
    public static ImmutableArray<ScaffoldFile> Create(ScaffoldOrder order)
    {
        var folder = Path.GetFullPath(order.Folder);
        var root = ScenarioRoot.FindAbove(folder) ?? folder;
        var files = ImmutableArray.CreateBuilder<ScaffoldFile>();
        var scenarioSchema = SchemaFor(ScenarioSchema, SchemaFiles.Scenario, root, folder, files);
        var system = SystemChoice.Find(order.System, root);
        if (system is null)
        {
            var systemSchema = SchemaFor(SystemSchema, SchemaFiles.System, root, folder, files);
            system = Starter(order.Name, folder, Relative(folder, systemSchema), files);
        }

        var facts = Facts(order, system, root, folder) with { SchemaPath = Relative(folder, scenarioSchema) };
        var text = order.Template switch
        {
            ScenarioTemplate.Gate => GateText.Write(facts),
            ScenarioTemplate.Incident when order.Reported is var (timeline, source) => new IncidentText(facts, timeline, source).Write(),
            ScenarioTemplate.Incident => new IncidentText(facts, MadeUp, "A made-up report; write where yours lies").Write(),
        };
        files.Insert(0, new ScaffoldFile(Path.Combine(folder, $"{order.Name}{FileFinder.ScenarioSuffix}"), text));
        return files.ToImmutable();
    }

    private static Timeline MadeUp => TimelineReader.Read("""
        13:55, upgrade begins
        14:00, outage begins
        14:00, on-call team paged
        14:05, acknowledged
        14:06, rollback begins
        14:08, rollback complete
        14:08, restart
        14:10, service restored
        """);

    private static string SchemaFor(string name, string text, string root, string folder, ImmutableArray<ScaffoldFile>.Builder files)
    {
        if (FileGlob.Match(root, $"**/{name}") is [var existing, ..])
        {
            return existing;
        }

        var file = Path.Combine(folder, name);
        files.Add(new ScaffoldFile(file, text));
        return file;
    }

    // Read back as any system file is, from a folder of its own: what is written must be what the harness understands.
    private static SystemChoice Starter(string name, string folder, string schemaPath, ImmutableArray<ScaffoldFile>.Builder files)
    {
        var file = new ScaffoldFile(Path.Combine(folder, $"{name}{FileFinder.SystemSuffix}"), StarterSystem.Write(name, schemaPath));
        files.Add(file);
        var scratch = Directory.CreateTempSubdirectory("stage-new-");
        try
        {
            var copy = Path.Combine(scratch.FullName, Path.GetFileName(file.Path));
            File.WriteAllText(copy, file.Text);
            return SystemChoice.Find(copy, scratch.FullName)! with { File = file.Path };
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static ScaffoldFacts Facts(ScaffoldOrder order, SystemChoice system, string root, string folder)
    {
        var service = ServiceOf(system);
        var from = StageText.First(service);
        var to = new ServerVersion(
            service.Releases.Keys.Last(),
            service.Platforms.Count > 0 && (order.Template == ScenarioTemplate.Gate || service.Releases.Count == 1) ? service.Platforms.Keys.Last() : from.Platform,
            from.Configuration);
        var known = FileFinder.ScenariosBelow(root)
            .Select(file => PlanLoader.Load(file, ScenarioInputs.None))
            .FirstOrDefault(loaded => loaded.Plan is { } plan
                && Path.GetFullPath(plan.System.File, loaded.RootDirectory) == system.File
                && plan.Traffic.Service == service.Name)?.Plan;
        return new ScaffoldFacts
        {
            Name = order.Name,
            SystemPath = Relative(folder, system.File),
            SchemaPath = "",
            Service = service,
            Needs = [.. NeedsOf(service, system.Plan).Distinct()],
            From = from,
            To = to,
            Requests = known is null ? [$"GET {PathOf(service)}"] : [.. known.Traffic.Requests.Select(request => request.ToString())],
            AreRequestsGuessed = known is null,
            Credentials = known?.Traffic.Credentials ?? [],
        };
    }

    /// <summary>The first that has something to upgrade to and that no other service stands upon: what clients reach.</summary>
    private static ServicePlan ServiceOf(SystemChoice system) =>
        system.Plan.Services
            .Where(service => service.Releases.Count > 1 || service.Platforms.Count > 1)
            .OrderBy(service => system.Plan.Services.Any(other => other.Needs.Contains(service.Name)))
            .FirstOrDefault()
        ?? throw new ScaffoldRefusedException(
            $"no service of '{system.File}' has two releases or platforms, so there is nothing to upgrade; add one to it");

    private static IEnumerable<ServicePlan> NeedsOf(ServicePlan service, SystemPlan system) =>
        service.Needs.Select(system.Service).SelectMany(need => NeedsOf(need, system).Append(need));

    private static string PathOf(ServicePlan service) => service.Health?.Path ?? (service.Readiness as HttpReadinessPlan)?.Path ?? "/";

    private static string Relative(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
}
