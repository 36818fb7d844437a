using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Planning;

/// <summary>What each step does, in a sentence without a full stop.</summary>
/// <param name="stage">What stands there.</param>
/// <param name="routed">The service that the gateway leads to; of every other, a version takes the place of the one before.</param>
internal sealed class Sentences(ImmutableArray<ServicePlacementPlan> stage, string routed)
{
    public string StartStage(bool hasProvider)
    {
        var servers = stage.Select(placement => $"{Servers(placement.Service)} with {placement.Version}");
        return $"Start {And(["the gateway", .. hasProvider ? ["the provider"] : Array.Empty<string>(), .. servers])}";
    }

    public static string Baseline(int samples) =>
        $"Measure the unchanged stage: at least {samples} answers, every one of them right";

    public string Stage(WalkedVersions step) => step.Service == routed
        ? $"Stage {step.Version} on {ServerNames.Of(step.Servers)}, started beside {step.Before}, without traffic"
        : $"Stage {step.Version} on {ServerNames.Of(step.Servers)}, to start in place of {step.Before}";

    public string Activate(WalkedVersions step, string begins) => step.Service == routed
        ? $"Activate {step.Version} on {ServerNames.Of(step.Servers)}, all at once; '{begins}' begins"
        : $"Activate {step.Version} on {ServerNames.Of(step.Servers)}, in place of {step.Before}; '{begins}' begins";

    public static string Watch(IncidentDuration duration, bool isEndedByPage) =>
        $"Watch the traffic for {duration}{(isEndedByPage ? "; a page ends it early" : "")}";

    public static string Acknowledge(IncidentDuration after) => $"Acknowledge the page {After(after)}";

    public static string Decide(IncidentDuration after) => $"Decide what to do {After(after)}";

    public static string RollBack(WalkedVersions step, IncidentDuration takes) =>
        $"Roll back: place {step.Version} on {ServerNames.Of(step.Servers)} again{AtLeast(takes)}";

    public static string Restart(WalkedVersions step, IncidentDuration takes, string begins) =>
        $"Restart {ServerNames.Of(step.Servers)} with {step.Version}{AtLeast(takes)}; '{begins}' begins";

    public static string Verify(int samples, TimeSpan window) => string.Create(
        CultureInfo.InvariantCulture,
        $"Verify the end state: every server attests its version, and at least {samples} answers in {window.TotalSeconds:0.###} s are all right");

    public static string StopTraffic(bool hasProvider) =>
        hasProvider ? "Stop the traffic and read what the provider has seen" : "Stop the traffic";

    public static string Job(JobPlan job, string? begins) => string.Create(
        CultureInfo.InvariantCulture,
        $"Run job '{job.Name}' to its end, within {job.Deadline.TotalSeconds:0.###} s{(begins is null ? "" : $"; '{begins}' begins")}");

    public static string ReadLedger(LedgerPlan ledger) => $"Read back from {ledger.List} what was written, and count what is lost and doubled";

    public static string Hook(string name, TimeSpan atMost) =>
        string.Create(CultureInfo.InvariantCulture, $"Run hook '{name}', {atMost.TotalSeconds:0.###} s at most");

    public static string InRound(WalkedRound round, string sentence) =>
        string.Create(CultureInfo.InvariantCulture, $"Round {round.Number} of {round.Of}: {char.ToLowerInvariant(sentence[0])}{sentence[1..]}");

    private static string After(IncidentDuration duration) => duration == IncidentDuration.Zero ? "at once" : $"after {duration}";

    private static string AtLeast(IncidentDuration duration) => duration == IncidentDuration.Zero ? "" : $", in {duration} at least";

    private string Servers(string service) => ServerNames.Of([.. stage.Single(placement => placement.Service == service).InstanceNames()]);

    internal static string And(IEnumerable<string> parts)
    {
        List<string> all = [.. parts];
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
