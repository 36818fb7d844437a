using System.Text.Json.Serialization;

namespace StagingHarness.Reporting.Tuning;

/// <summary>What a run is good for when thresholds are tried.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TunedKind>))]
public enum TunedKind
{
    /// <summary>It was SAFE: every page is a false one.</summary>
    Good,

    /// <summary>It was REPRODUCED or NOT SAFE, with wrong answers: a page is wanted, soon.</summary>
    Bad,

    /// <summary>It says neither.</summary>
    Neither,
}
