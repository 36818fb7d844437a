using System.Text.Json.Serialization;

namespace StagingHarness.History.Events;

/// <summary>Why a step was not run.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepSkipKind>))]
public enum StepSkipKind
{
    /// <summary>A page went out, and the runbook took over.</summary>
    RunbookTookOver,

    /// <summary>It belongs to the runbook, and no page went out.</summary>
    NoPage,

    /// <summary>A gate refused: its way back was led, or the rest was to be left out.</summary>
    GateRefused,

    /// <summary>It is the way back of a gate that did not refuse.</summary>
    GatePassed,

    /// <summary>An earlier step failed.</summary>
    EarlierFailure,

    /// <summary>The run was interrupted.</summary>
    Interrupted,
}
