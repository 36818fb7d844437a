using System.Text.Json.Serialization;

namespace StagingHarness.History.Events;

/// <summary>How an alert rule stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlertState>))]
public enum AlertState
{
    /// <summary>Its window holds too few samples to say anything. So it begins.</summary>
    Blind,

    /// <summary>Its window holds enough, and nothing is wrong.</summary>
    Quiet,

    /// <summary>What it warns of is so, but not yet for as long as it must be.</summary>
    Pending,

    /// <summary>It warns. It goes on through windows that say nothing: only one that shows better ends it.</summary>
    Firing,
}
