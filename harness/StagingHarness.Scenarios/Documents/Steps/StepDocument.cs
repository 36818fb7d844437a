using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>A step as written: when it begins, and what it does.</summary>
internal sealed record StepDocument
{
    /// <summary>A step of the scenario's own schedule.</summary>
    public static VariantShape<StepDocument> Scheduled { get; } = VersionSteps(OfSchedule)
        .Kind("gate", Of("gate", GateStepDocument.Shape, OfSchedule))
        .Kind("every-prefix", Of("every-prefix", EveryPrefixStepDocument.Shape, OfSchedule))
        .Kind("repeat", Of("repeat", RepeatStepDocument.Shape, OfSchedule))
        .Kind("parallel", Parallel(OfSchedule));

    /// <summary>A step of the on-call runbook; it follows the page and not the clock.</summary>
    public static VariantShape<StepDocument> OnPage { get; } = VersionSteps(OfRunbook)
        .Kind("acknowledge", Of("acknowledge", AcknowledgeStepDocument.Shape, OfRunbook))
        .Kind("decide", Of("decide", DecideStepDocument.Shape, OfRunbook));

    /// <summary>One way to upgrade, for a step that is made of it.</summary>
    public static VariantShape<StepDocument> Strategy => Strategies(new VariantShape<StepDocument>("upgrade") { StandsAlone = true }, OfNothing);

    /// <summary>A step of a round; it follows the one above it.</summary>
    public static VariantShape<StepDocument> OfRound => VersionSteps(InRound)
        .Kind("gate", Of("gate", GateStepDocument.Shape, InRound))
        .Kind("parallel", Parallel(InRound));

    /// <summary>A step that runs at the same time as others.</summary>
    public static VariantShape<StepDocument> OfParallel => new VariantShape<StepDocument>("step")
        .Kind("watch", Of("watch", WatchStepDocument.Shape, InParallel))
        .Kind("restart", Of("restart", RestartStepDocument.Shape, InParallel))
        .Kind("fault", Of("fault", FaultStepDocument.Shape, InParallel))
        .Kind("provider", Of("provider", ProviderStepDocument.Shape, InParallel))
        .Kind("wait", Of("wait", WaitStepDocument.Shape, InParallel))
        .Kind("probe", Of("probe", ProbeStepDocument.Shape, InParallel))
        .Kind("hook", Of("hook", HookStepDocument.Shape, InParallel));

    public Spanned<IncidentTime>? At { get; init; }

    /// <summary>Stands at the key that names the kind of step. Null: it could not be told.</summary>
    public Spanned<StepBodyDocument>? Body { get; init; }

    private static VariantShape<StepDocument> VersionSteps(Func<MappingShape<StepDocument>> common) =>
        Strategies(
            new VariantShape<StepDocument>("step")
                .Kind("stage", Of("stage", StageStepDocument.Shape, common))
                .Kind("activate", Of("activate", ActivateStepDocument.Shape, common)),
            common)
            .Kind("watch", Of("watch", WatchStepDocument.Shape, common))
            .Kind("roll-back", Of("roll-back", RollBackStepDocument.Shape, common))
            .Kind("restart", Of("restart", RestartStepDocument.Shape, common))
            .Kind("revert", Of("revert", RevertStepDocument.Shape, common))
            .Kind("fault", Of("fault", FaultStepDocument.Shape, common))
            .Kind("heal", Of("heal", HealStepDocument.Shape, common))
            .Kind("provider", Of("provider", ProviderStepDocument.Shape, common))
            .Kind("wait", Of("wait", WaitStepDocument.Shape, common))
            .Kind("probe", Of("probe", ProbeStepDocument.Shape, common))
            .Kind("job", Of("job", JobStepDocument.Shape, common))
            .Kind("hook", Of("hook", HookStepDocument.Shape, common));

    private static VariantShape<StepDocument> Strategies(VariantShape<StepDocument> shape, Func<MappingShape<StepDocument>> common) => shape
        .Kind("upgrade", Of("upgrade", UpgradeStepDocument.Shape, common))
        .Kind("rolling", Of("rolling", RollingStepDocument.Shape, common))
        .Kind("canary", Of("canary", CanaryStepDocument.Shape, common))
        .Kind("blue-green", Of("blue-green", BlueGreenStepDocument.Shape, common))
        .Kind("join", Of("join", JoinStepDocument.Shape, common));

    private static MappingShape<StepDocument> Of<TBody>(
        string key,
        ShapeOf<TBody> body,
        Func<MappingShape<StepDocument>> common)
        where TBody : StepBodyDocument =>
        common().Required(key, body, (document, value) => document with { Body = value.With<StepBodyDocument>(value.Value) });

    private static MappingShape<StepDocument> Parallel(Func<MappingShape<StepDocument>> common) => common().Required(
        "parallel",
        ParallelStepDocument.Shape,
        (document, value) => document with { Body = value.With<StepBodyDocument>(new ParallelStepDocument { Steps = value.Value }) });

    private static MappingShape<StepDocument> OfSchedule() =>
        new MappingShape<StepDocument>(new StepDocument())
            .Optional("at", new IncidentTimeShape(), (document, value) => document with { At = value })
            .Elsewhere("acknowledge", "it belongs to 'on-page': nobody acknowledges before the page goes out")
            .Elsewhere("decide", "it belongs to 'on-page': nobody decides before the page goes out");

    private static MappingShape<StepDocument> OfNothing() => new(new StepDocument());

    private static MappingShape<StepDocument> InParallel()
    {
        const string Alone = "it changes which versions serve, and nothing else may do so meanwhile: write it beside 'parallel'";
        return ((string[])["stage", "activate", "upgrade", "rolling", "canary", "blue-green", "join", "revert", "roll-back", "every-prefix", "gate"])
            .Aggregate(new MappingShape<StepDocument>(new StepDocument()), (shape, key) => shape.Elsewhere(key, Alone))
            .Elsewhere("heal", "what it heals began before: write it behind 'parallel', or give the fault a 'for'")
            .Elsewhere("repeat", "write it beside 'parallel'; a round may hold a 'parallel'")
            .Elsewhere("parallel", "all of it runs at the same time anyway: put these steps into the outer one")
            .Elsewhere("at", "all of it begins at the same time: put 'at' beside 'parallel'");
    }

    private static MappingShape<StepDocument> InRound() =>
        new MappingShape<StepDocument>(new StepDocument())
            .Elsewhere("at", "a round comes several times: put 'at' beside 'repeat'")
            .Elsewhere("repeat", "rounds hold no rounds: write one 'repeat' with as many 'times'")
            .Elsewhere("every-prefix", "it makes rounds of its own: write it beside 'repeat'")
            .Elsewhere("acknowledge", "it belongs to 'on-page': nobody acknowledges before the page goes out")
            .Elsewhere("decide", "it belongs to 'on-page': nobody decides before the page goes out");

    private static MappingShape<StepDocument> OfRunbook() =>
        new MappingShape<StepDocument>(new StepDocument())
            .Elsewhere("gate", "a gate belongs to 'steps': the runbook is what people do after it was too late for one")
            .Elsewhere("every-prefix", "it belongs to 'steps': a runbook goes one way")
            .Elsewhere("repeat", "it belongs to 'steps': a runbook goes one way")
            .Elsewhere("parallel", "it belongs to 'steps': a runbook goes step by step")
            .Elsewhere("at", "the runbook follows the page, not the clock: write 'after' or 'takes' below the step");
}
