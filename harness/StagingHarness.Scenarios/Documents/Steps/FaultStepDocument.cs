using StagingHarness.Scenarios.Documents.Faults;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Break something, for a while or until it is healed.</summary>
internal sealed record FaultStepDocument : StepBodyDocument
{
    public static VariantShape<FaultStepDocument> Shape { get; } =
        new VariantShape<FaultStepDocument>("fault") { StandsAlone = true }
            .Kind("kill", Lasting("kill", KillFaultDocument.Shape))
            .Kind("stop", Lasting("stop", StopFaultDocument.Shape))
            .Kind("pause", Lasting("pause", PauseFaultDocument.Shape))
            .Kind("restart", Of("restart", RestartFaultDocument.Shape)
                .Elsewhere("for", "a restart ends by itself; to keep an instance down for a while, write 'stop' instead"))
            .Kind("disconnect", Lasting("disconnect", DisconnectFaultDocument.Shape))
            .Kind("nameless", Lasting("nameless", NamelessFaultDocument.Shape))
            .Kind("memory", Lasting("memory", MemoryFaultDocument.Shape))
            .Kind("cpu", Lasting("cpu", ProcessorFaultDocument.Shape))
            .Kind("full-disk", Lasting("full-disk", FullDiskFaultDocument.Shape))
            .Kind("latency", Lasting("latency", LatencyFaultDocument.Shape))
            .Kind("bandwidth", Lasting("bandwidth", BandwidthFaultDocument.Shape))
            .Kind("reset", Lasting("reset", ResetFaultDocument.Shape))
            .Kind("refuse", Lasting("refuse", RefuseFaultDocument.Shape));

    /// <summary>The key of the kind, as written.</summary>
    public required string Kind { get; init; }

    /// <summary>Stands at the key that names the kind of fault. Null: it could not be read.</summary>
    public Spanned<FaultDocument>? Fault { get; init; }

    /// <summary>Names the fault, and the phase in which it lasts.</summary>
    public Spanned<string>? Name { get; init; }

    public Spanned<IncidentDuration>? For { get; init; }

    /// <summary>Without a name of its own, it bears that of its kind.</summary>
    public string ItsName => Name?.Value ?? Kind;

    /// <summary>It lasts beyond its step.</summary>
    public bool StaysOpen => For is null && Fault?.Value is not RestartFaultDocument;

    private static MappingShape<FaultStepDocument> Lasting<TFault>(string key, MappingShape<TFault> fault)
        where TFault : FaultDocument =>
        Of(key, fault).Optional(
            "for",
            new IncidentDurationShape { MayBeZero = false },
            (document, value) => document with { For = value });

    private static MappingShape<FaultStepDocument> Of<TFault>(string key, MappingShape<TFault> fault)
        where TFault : FaultDocument =>
        new MappingShape<FaultStepDocument>(new FaultStepDocument { Kind = key })
            .Required(key, fault, (document, value) => document with { Fault = value.With<FaultDocument>(value.Value) })
            .Optional("name", Names.Phase, (document, value) => document with { Name = value });
}
