using System.Collections.Immutable;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Planning.Strategies;

/// <summary>What each move of a strategy does, in a sentence without a full stop.</summary>
internal static class StrategySentences
{
    public static string Replace(WalkedVersions step, ReplaceMove move)
    {
        var servers = ServerNames.Of(step.Servers);
        var done = (move.CutOff, move.Surge) switch
        {
            (true, true) => $"Start {step.Version} beside the old one on {servers}, and kill it before it takes traffic: the replacement is cut off there",
            (true, false) => $"Take {servers} out of the traffic to start {step.Version} there, and kill what ran: the replacement is cut off there",
            (false, true) => $"Replace {servers} with {step.Version}, started beside the old one first",
            (false, false) => $"Replace {servers} with {step.Version} in place, out of the traffic meanwhile",
        };
        return done + Begins(move.Begins);
    }

    public static string Add(WalkedVersions step, AddMove move) => move.Twins.IsEmpty
        ? $"Start {ServerNames.Of(step.Servers)} with {step.Version} beside the others, without traffic"
        : $"Start {ServerNames.Of(step.Servers)} with {step.Version} and {ServerNames.Of(move.Twins)} with {step.Before} beside the others, without traffic";

    public static string Lead(WalkedVersions step, LeadMove move) => move.Share is { } share
        ? $"Lead {share} of the traffic to {ServerNames.Of(step.Servers)}, and {TwinShare(share)} to {ServerNames.Of(move.Twins)}" + Begins(move.Begins)
        : $"Lead traffic to {ServerNames.Of(step.Servers)} too, as much as to each of the others" + Begins(move.Begins);

    public static string Retire(WalkedVersions step) => $"Take {ServerNames.Of(step.Servers)} off the stage";

    public static string Switch(WalkedVersions step, SwitchMove move) =>
        $"Switch all traffic to {step.Version} on {ServerNames.Of(step.Servers)}; {step.Before} is kept running" + Begins(move.Begins);

    public static string StopOld(WalkedVersions step) => $"Stop what was kept running on {ServerNames.Of(step.Servers)}";

    // What stood there before an upgrade may differ from server to server: a join leaves the others as they are.
    public static string Revert(ImmutableArray<ServerState> back, int batch, string begins, bool onRefusal)
    {
        var atATime = batch < back.Length ? $", {batch} at a time" : "";
        var versions = back.GroupBy(server => server.Serving, server => server.Name)
            .Select(same => (Servers: ServerNames.Of([.. same]), Version: same.Key))
            .ToList();
        var start = onRefusal ? "If the gate refuses, revert" : "Revert";
        var way = versions is [var only]
            ? $"lead the traffic back to {only.Version}, then bring {only.Servers} back to it"
            : $"lead the traffic back to what served before the upgrade, then bring back {string.Join(", ", versions.Select(same => $"{same.Servers} to {same.Version}"))}";
        return $"{start}: {way}{atATime}" + Begins(begins);
    }

    public static string Gate(int expectations, IncidentDuration? over, GateOtherwise otherwise)
    {
        var window = over is { } last ? $"over the last {last}" : "since the last change of traffic";
        var met = $"{expectations} {(expectations == 1 ? "expectation is" : "expectations are")} met {window}";
        return otherwise switch
        {
            GateOtherwise.RollBack => $"Go on only if {met}; otherwise revert, and leave out the rest",
            GateOtherwise.Stop => $"Go on only if {met}; otherwise leave out the rest",
            GateOtherwise.Continue => $"Record whether {met}, and go on",
        };
    }

    private static Share TwinShare(Share share) => share.Value > 0.5 ? new Share(1 - share.Value) : share;

    private static string Begins(string? phase) => phase is null ? "" : $"; '{phase}' begins";
}
