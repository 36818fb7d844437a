using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace StagingHarness.Scenarios.Documents.Schemas;

/// <summary>
/// What editors show beside a key: a sentence, and its default. By document type and key; <c>*</c> stands for every type that has no entry of its
/// own. Defaults are decided in Planning, and a test holds these texts against them.
/// </summary>
internal static class KeyHelp
{
    private static readonly ImmutableDictionary<string, Entry> Entries = new Dictionary<string, Entry>(StringComparer.Ordinal)
    {
        ["ScenarioDocument.scenario"] = new("The scenario's name, unique among yours: lower-case letters, digits and hyphens."),
        ["ScenarioDocument.title"] = new("One line for reports."),
        ["ScenarioDocument.intent"] = new("reproduce: passes when the described failure appears; protect: passes only when nothing breaks."),
        ["ScenarioDocument.extends"] = new("The scenario that this one builds on, relative to this file: mappings are merged, lists and single values replaced."),
        ["ScenarioDocument.variables"] = new("Values that are given from outside by --var or STAGE_VAR_NAME, and stand as ${name} in single values."),
        ["ScenarioDocument.protect-from"] = new("With protect: the phase from whose beginning nothing may break; without it the whole run."),
        ["ScenarioDocument.tags"] = new("Test categories; 'stage list --tag' finds them."),
        ["ScenarioDocument.source"] = new("Where the story comes from."),
        ["ScenarioDocument.candidate"] = new("Paths of values that a test run may set from outside, such as upgrade.to.release."),
        ["ScenarioDocument.system"] = new("The system file, relative to this file."),
        ["ScenarioDocument.seed"] = new("Everything random is drawn from it.", "1"),
        ["ScenarioDocument.clock"] = new("The incident's clock."),
        ["ScenarioDocument.stage"] = new("What stands on the stage at the start, by service."),
        ["ScenarioDocument.upgrade"] = new("What steps take that name nothing themselves."),
        ["ScenarioDocument.traffic"] = new("The requests that flow through the whole run."),
        ["ScenarioDocument.baseline"] = new("What is measured before anything is changed."),
        ["ScenarioDocument.detection"] = new("When the on-call team is paged."),
        ["ScenarioDocument.steps"] = new("What happens, one after the other."),
        ["ScenarioDocument.on-page"] = new("The runbook: it runs when a page goes out, and the steps are left where they stand."),
        ["ScenarioDocument.verify"] = new("The closing measurement: answers that are all right."),
        ["ScenarioDocument.expect"] = new("What must be true; a scenario without an expectation proves nothing."),
        ["ScenarioDocument.reported"] = new("What a postmortem says, to be laid beside what was measured; nothing is judged by it."),
        ["ClockDocument.starts"] = new("Incident time when the baseline begins.", "00:00"),
        ["ClockDocument.minute"] = new("Real time that one incident minute takes.", "1s"),
        ["VariableDocument.type"] = new("What the variable stands for; a value of another kind is refused.", "text"),
        ["VariableDocument.default"] = new("Its value when none is given; without it one must be given."),
        ["VariableDocument.description"] = new("What it is for."),
        ["PlacementDocument.instances"] = new("How many servers of the service stand there."),
        ["PlacementDocument.release"] = new("The release that they run at the start."),
        ["PlacementDocument.platform"] = new("The platform that they run on; for a service with platforms, and only there."),
        ["UpgradeDocument.service"] = new("The service that is upgraded; without it the only one on the stage."),
        ["UpgradeDocument.to"] = new("The version that it goes to; an axis that is not named stays as it is."),
        ["VersionDocument.release"] = new("A release of the service."),
        ["VersionDocument.platform"] = new("A platform of the service."),
        ["TrafficDocument.service"] = new("Where the gateway leads."),
        ["TrafficDocument.rate"] = new("Requests per second of real time; they leave on schedule whatever comes back."),
        ["TrafficDocument.requests"] = new("Method and path, taken in turn."),
        ["TrafficDocument.credentials"] = new("Names of the system's credentials; each request carries all of them."),
        ["TrafficDocument.timeout"] = new("Real time after which a request has failed.", "5s"),
        ["TrafficDocument.connections"] = new("Most connections of the generator.", "64"),
        ["BaselineDocument.samples"] = new("Answers, all of them right, before anything is changed.", "100"),
        ["DetectionDocument.background"] = new("Share of wrong answers that is tolerated.", "0.1 %"),
        ["DetectionDocument.threshold"] = new("A false alarm comes at most once in that many healthy answers.", "2e7"),
        ["VerifyDocument.samples"] = new("Answers that are all right.", "100"),
        ["VerifyDocument.for"] = new("Real time that the measurement takes at least.", "1s"),
        ["StepDocument.at"] = new("Incident time at which the step begins; without it, when the step above has ended."),
        ["StepDocument.stage"] = new("Places a version on every server and starts it beside the old one, without traffic."),
        ["StepDocument.activate"] = new("Hands all traffic over to what is staged, at once."),
        ["StepDocument.upgrade"] = new("Stage and activate in one."),
        ["StepDocument.watch"] = new("Keeps the traffic flowing; among the steps, a page ends it early."),
        ["StepDocument.roll-back"] = new("Places what served before the last activation; nothing changes until the restart."),
        ["StepDocument.restart"] = new("Stops every server and starts what is placed on it."),
        ["StepDocument.acknowledge"] = new("Somebody answers the page."),
        ["StepDocument.decide"] = new("Somebody knows what to do."),
        ["*.service"] = new("The service that is meant; without it that of 'upgrade', else the only one on the stage."),
        ["*.to"] = new("The version to go to; without it that of 'upgrade'."),
        ["*.begins"] = new("Name of the phase that begins when the step is done."),
        ["*.takes"] = new("Incident time that the step takes at least.", "0 min"),
        ["*.after"] = new("Incident time that passes before it.", "0 min"),
        ["WatchStepDocument.for"] = new("Incident time."),
        ["*.name"] = new("What is expected, in words: it stands in reports."),
        ["*.phase"] = new("A phase of the run, or a list of phases."),
        ["*.share"] = new("Of all that are counted: 100 %, none, at least 99 %, at most 1 %."),
        ["*.samples"] = new("With fewer, the expectation is inconclusive, never met.", "100"),
        ["*.samples-per-instance"] = new("The same for every single server.", "0"),
        ["AnswersExpectationDocument.answers"] = new("What is asked of each answer."),
        ["HealthExpectationDocument.health"] = new("What is asked of each health check, read on every server directly."),
        ["PageExpectationDocument.page"] = new("Whether a page goes out."),
        ["PageExpectationDocument.within"] = new("Real time from the first wrong answer to the page."),
        ["OrderExpectationDocument.order"] = new("Milestones, all of which must come, in this order."),
        ["AnswerConditionDocument.status"] = new("Status of the answer."),
        ["AnswerConditionDocument.right"] = new("Whether it is answered 2xx."),
        ["AnswerConditionDocument.by"] = new("Who answers."),
        ["HealthConditionDocument.status"] = new("Status of the health check."),
        ["ReportedDocument.source"] = new("Where it was reported."),
        ["ReportedDocument.timeline"] = new("Moments of the report, in its order."),
        ["ReportedDocument.outage"] = new("How long the outage took by the report."),
        ["ReportedDocument.failed-requests"] = new("Share of the requests that failed by the report."),
        ["ReportedMomentDocument.at"] = new("Time of the report."),
        ["ReportedMomentDocument.what"] = new("What happened."),
        ["SystemDocument.system"] = new("The system's name: lower-case letters, digits and hyphens."),
        ["SystemDocument.provider"] = new("The third-party auth provider, played by a stand-in."),
        ["SystemDocument.credentials"] = new("What clients show and services keep between them, by name; never the secrets themselves."),
        ["SystemDocument.services"] = new("What is under test, by name."),
        ["ProviderDocument.audience"] = new("Whom its access tokens are for."),
        ["ProviderDocument.token-lifetime"] = new("Real time that an access token is valid.", "1h"),
        ["*.header"] = new("The request header that carries it; without it no client sends it."),
        ["GeneratedCredentialDocument.generated"] = new("A secret that is made for each run."),
        ["ProviderCredentialDocument.from"] = new("An access token of the provider, sent as Bearer."),
        ["ProviderCredentialDocument.client"] = new("The client to whom the provider gives it."),
        ["ReferencedCredentialDocument.from"] = new("Where a secret lies that exists already."),
        ["EnvironmentSecretDocument.environment"] = new("The environment variable of the harness that holds it."),
        ["FileSecretDocument.file"] = new("The file that holds it, absolute or relative to this file."),
        ["ServiceDocument.platforms"] = new("App servers that load a release, by version; without them the releases bring their own."),
        ["ServiceDocument.releases"] = new("The code that ships, by version."),
        ["ServiceDocument.needs"] = new("Services that are ready before one of this service starts."),
        ["ServiceDocument.start"] = new("What a server is started with."),
        ["ServiceDocument.container"] = new("What a container of the service may do and have."),
        ["ServiceDocument.ready"] = new("When a server can serve."),
        ["ServiceDocument.health"] = new("The service's own health check."),
        ["ServiceDocument.attest"] = new("How it is found out which version really runs."),
        ["ProjectArtifactDocument.project"] = new("A .NET project, relative to this file."),
        ["ImageArtifactDocument.image"] = new("A container image."),
        ["DockerfileArtifactDocument.dockerfile"] = new("A Dockerfile, relative to this file; its folder is the build context."),
        ["*.local"] = new("How the same thing starts on a machine without containers."),
        ["LocalDocument.command"] = new("Program and arguments; no shell reads them."),
        ["LocalDocument.requires"] = new("Absolute paths of what must be installed for it."),
        ["StartDocument.port"] = new("The port on which the image listens by itself."),
        ["StartDocument.arguments"] = new("Arguments of the program; placeholders in braces are filled in."),
        ["StartDocument.environment"] = new("Environment of the program; placeholders in braces are filled in."),
        ["StartDocument.files"] = new("Files that are put on a server before it starts, by name."),
        ["StartDocument.stop-within"] = new("How long requests in flight may take when it is stopped.", "10s"),
        ["StartFileDocument.source"] = new("The file, relative to this one."),
        ["StartFileDocument.at"] = new("Its absolute path in the container."),
        ["ContainerDocument.user"] = new("Who runs in it: UID, UID:GID or a name of the image.", "1654:1654"),
        ["ContainerDocument.memory"] = new("Most memory.", "512 MiB"),
        ["ContainerDocument.processes"] = new("Most processes and threads.", "512"),
        ["ContainerDocument.read-only"] = new("Whether its root file system cannot be written.", "true"),
        ["ContainerDocument.writable"] = new("Paths that begin empty and live in memory."),
        ["*.within"] = new("Real time that it may take.", "30s"),
        ["PathReadyDocument.path"] = new("Ready when this path answers 200."),
        ["PortReadyDocument.port"] = new("Ready when its port accepts a connection."),
        ["LogReadyDocument.log"] = new("Ready when a line of its output matches this regular expression."),
        ["HealthDocument.path"] = new("Path of the health check."),
        ["HealthDocument.every"] = new("How often it is read.", "250ms"),
        ["JsonAttestDocument.path"] = new("Path of a JSON document that names the versions."),
        ["JsonAttestDocument.release"] = new("JSON pointer to the release."),
        ["JsonAttestDocument.platform"] = new("JSON pointer to the platform; for a service with platforms, and only there."),
        ["JsonAttestDocument.libraries"] = new("JSON pointer to a mapping of library names to versions; lets a verdict name the suspect."),
        ["HeaderAttestDocument.path"] = new("Path whose answer carries the headers."),
        ["HeaderAttestDocument.release-header"] = new("Header that names the release."),
        ["HeaderAttestDocument.platform-header"] = new("Header that names the platform; for a service with platforms, and only there."),
        ["CommandAttestDocument.command"] = new("Program and arguments, run where the server runs; it prints the release."),
        ["CommandAttestDocument.pattern"] = new("Regular expression whose first group is the release; without it the whole output is."),
        ["DigestAttestDocument.digest"] = new("The digest of what runs is that of the release's artifact."),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>All entries, as <c>type.key</c>.</summary>
    public static IEnumerable<string> Keys => Entries.Keys;

    /// <summary>The entry that describes the key, as <c>type.key</c> or <c>*.key</c>; null when none does.</summary>
    public static string? Find(string type, string key) =>
        Entries.ContainsKey($"{type}.{key}") ? $"{type}.{key}" : Entries.ContainsKey($"*.{key}") ? $"*.{key}" : null;

    /// <summary>The schema with the key's sentence before what is said of its value, and with its default.</summary>
    public static JsonObject Described(JsonObject schema, string type, string key)
    {
        if (Find(type, key) is not { } found)
        {
            return schema;
        }

        var entry = Entries[found];
        var value = schema["description"]?.GetValue<string>();
        schema["description"] = value is null ? entry.Text : $"{entry.Text} ({value})";
        if (entry.Default is { } standard && schema.ContainsKey("type"))
        {
            schema["default"] = Value(standard);
        }

        return schema;
    }

    // As YAML reads a plain value, so that an editor writes it the same way.
    private static JsonValue Value(string text) => text switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    private sealed record Entry(string Text, string? Default = null);
}
