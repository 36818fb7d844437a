using System.Globalization;
using StagingHarness.Scenarios.Planning.Facets;
using StagingHarness.Scenarios.Plans.Faults;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Planning.Faults;

/// <summary>What faults and changes of the provider do, in a sentence without a full stop.</summary>
internal static class FaultSentences
{
    public const string HealAll = "Heal every fault that is still open";

    public static string Fault(FaultPlan fault, IncidentDuration takes, bool staysOpen)
    {
        var until = staysOpen ? ", until it is healed" : takes == IncidentDuration.Zero ? "" : $", for {takes}";
        return $"Fault '{fault.Name}': {What(fault)}{until}";
    }

    public static string Heal(string fault) => $"Heal fault '{fault}'";

    public static string Provider(ProviderStepPlan step)
    {
        string?[] changes =
        [
            step.Contract is { } contract ? $"it keeps contract '{contract}'" : null,
            .. step.Settings is { } settings ? FacetSentences.Of(settings) : [],
            step.ClockOffset is { } offset ? Clock(offset) : null,
            step.KeyRotation is { } rotation ? Keys(rotation) : null,
            step.TokenLifetime is { } lifetime ? $"its tokens last {Real(lifetime)}" : null,
            step.RenewTokens ? "clients get new tokens at once" : "clients keep their tokens",
        ];
        var begins = step.Begins is { } phase ? $"; '{phase}' begins" : "";
        return $"Change the provider: {string.Join(", ", changes.OfType<string>())}{begins}";
    }

    private static string What(FaultPlan fault) => fault switch
    {
        KillFaultPlan kill => $"kill {Names(kill)}",
        StopFaultPlan stop => $"stop {Names(stop)}",
        PauseFaultPlan pause => $"freeze {Names(pause)}",
        RestartFaultPlan restart => $"restart {Names(restart)}",
        DisconnectFaultPlan disconnect => $"take {Names(disconnect)} off the network",
        NamelessFaultPlan nameless => $"let nobody find {Names(nameless)} by name",
        MemoryFaultPlan memory => $"let {Names(memory)} hold {Amount(memory.LimitBytes)} of memory",
        ProcessorFaultPlan processor => $"give {Names(processor)} {processor.Limit} of a processor",
        FullDiskFaultPlan disk => $"fill '{disk.Path}' of {Names(disk)}, {Amount(disk.SizeBytes)}",
        LatencyFaultPlan latency => $"delay what {latency.Between.To} answers to {latency.Between.From} by {Real(latency.Delay)}"
            + (latency.Jitter > TimeSpan.Zero ? $", {Real(latency.Jitter)} more or less" : ""),
        BandwidthFaultPlan bandwidth => $"let {Amount(bandwidth.BytesPerSecond)}/s pass each way between {bandwidth.Between.From} and {bandwidth.Between.To}",
        ResetFaultPlan { AfterBytes: 0 } reset => $"reset connections from {reset.Between.From} to {reset.Between.To}",
        ResetFaultPlan reset => $"reset connections from {reset.Between.From} to {reset.Between.To} after {Amount(reset.AfterBytes)} each",
        RefuseFaultPlan refuse => $"refuse connections from {refuse.Between.From} to {refuse.Between.To}",
        _ => throw new InvalidOperationException($"Fault '{fault.GetType().Name}' has no sentence."),
    };

    private static string Names(InstanceFaultPlan fault) => fault.Instances.Length == 1
        ? fault.Instances[0]
        : $"{string.Join(", ", fault.Instances[..^1])} and {fault.Instances[^1]}";

    private static string Clock(TimeSpan offset) => offset.Ticks switch
    {
        0 => "its clock tells the true time",
        > 0 => $"its clock goes {Real(offset)} ahead",
        < 0 => $"its clock goes {Real(-offset)} behind",
    };

    private static string Keys(KeyRotation rotation) => rotation switch
    {
        KeyRotation.OldWithdrawn => "it signs with a new key and withdraws the old one",
        KeyRotation.OldKept => "it signs with a new key and goes on showing the old one",
    };

    private static string Real(TimeSpan duration) => duration.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.###} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.###} s");

    private static string Amount(long bytes) => bytes switch
    {
        >= 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.###} MiB"),
        >= 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.###} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
    };
}
