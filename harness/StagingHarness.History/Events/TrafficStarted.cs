using System.Text.Json.Serialization;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.History.Events;

/// <summary>The first request of the traffic is due.</summary>
public sealed record TrafficStarted : JournalEvent
{
    public required double RatePerSecond { get; init; }

    /// <summary>How the generator runs: <c>jit</c> or <c>aot</c>.</summary>
    public required string Generator { get; init; }

    /// <summary>How many generators share the schedule; null where one sends all of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Generators { get; init; }

    /// <summary>A connection is closed after so many requests; null where connections are kept.</summary>
    public int? RequestsPerConnection { get; init; }

    /// <summary>Requests sent beforehand to warm it up; not recorded as samples.</summary>
    public required int WarmUpRequests { get; init; }

    /// <summary>How late the generator woke up before its warm-up, of several the latest one; null in journals of harnesses that did not write it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PacerLateness? SelfCheck { get; init; }
}
