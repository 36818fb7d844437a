using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Alerts;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Layers;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Documents.Variables;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Documents;

/// <summary>A scenario file as written.</summary>
internal sealed record ScenarioDocument
{
    public static MappingShape<ScenarioDocument> Shape { get; } =
        new MappingShape<ScenarioDocument>(new ScenarioDocument())
            .Required(
                "scenario",
                new SlugShape("the name of a scenario", "incident-2023-05-13"),
                (document, value) => document with { Scenario = value })
            .Required(
                "title",
                new TextShape("a title", "All servers upgraded at once"),
                (document, value) => document with { Title = value })
            .Required(
                "intent",
                new ChoiceShape<Intent>("an intent"),
                (document, value) => document with { Intent = value })
            .Optional(BaseReader.Key, BaseReader.Shape, (document, value) => document with { Extends = value })
            .Optional(VariableSection.Key, VariableSection.Shape, (document, value) => document with { Variables = value })
            .Optional("protect-from", Names.Phase, (document, value) => document with { ProtectFrom = value })
            .Optional(
                "tags",
                new ListShape<string>(new SlugShape("a tag", "incident")) { Distinct = true },
                (document, value) => document with { Tags = value })
            .Optional(
                "source",
                new TextShape("a text", "Incident report, 13 May 2023"),
                (document, value) => document with { Source = value })
            .Optional(
                "candidate",
                new ListShape<string>(new TextShape("a path in this file", "upgrade.to.release")) { Distinct = true },
                (document, value) => document with { Candidate = value })
            .Required(
                "system",
                new FilePathShape("../systems/client-portal/client-portal.system.yaml"),
                (document, value) => document with { System = value })
            .Optional("seed", new SeedShape(), (document, value) => document with { Seed = value })
            .Optional("clock", ClockDocument.Shape, (document, value) => document with { Clock = value })
            .Required(
                "stage",
                new NamedShape<PlacementDocument>("service", Names.Service, PlacementDocument.Shape),
                (document, value) => document with { Stage = value })
            .Optional("upgrade", UpgradeDocument.Shape, (document, value) => document with { Upgrade = value })
            .Required("traffic", TrafficDocument.Shape, (document, value) => document with { Traffic = value })
            .Optional("baseline", BaselineDocument.Shape, (document, value) => document with { Baseline = value })
            .Optional("detection", DetectionDocument.Shape, (document, value) => document with { Detection = value })
            .Optional(AlertDocument.Key, AlertDocument.Section, (document, value) => document with { Alerts = value })
            .Optional("pager", PagerDocument.Shape, (document, value) => document with { Pager = value })
            .Required(
                "steps",
                new ListShape<StepDocument>(StepDocument.Scheduled) { NeedsOne = "step" },
                (document, value) => document with { Steps = value })
            .Optional(
                "on-page",
                new ListShape<StepDocument>(StepDocument.OnPage),
                (document, value) => document with { OnPage = value })
            .Optional("verify", VerifyDocument.Shape, (document, value) => document with { Verify = value })
            .Optional(
                "expect",
                new ListShape<ExpectationDocument>(ExpectationDocument.AnyShape),
                (document, value) => document with { Expect = value })
            .Optional("reported", ReportedDocument.Shape, (document, value) => document with { Reported = value });

    public Spanned<string>? Scenario { get; init; }

    public Spanned<string>? Title { get; init; }

    public Spanned<Intent>? Intent { get; init; }

    public Spanned<string>? Extends { get; init; }

    public Spanned<ImmutableArray<Named<VariableDocument>>>? Variables { get; init; }

    public Spanned<string>? ProtectFrom { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Tags { get; init; }

    public Spanned<string>? Source { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Candidate { get; init; }

    public Spanned<string>? System { get; init; }

    public Spanned<long>? Seed { get; init; }

    public Spanned<ClockDocument>? Clock { get; init; }

    public Spanned<ImmutableArray<Named<PlacementDocument>>>? Stage { get; init; }

    public Spanned<UpgradeDocument>? Upgrade { get; init; }

    public Spanned<TrafficDocument>? Traffic { get; init; }

    public Spanned<BaselineDocument>? Baseline { get; init; }

    public Spanned<DetectionDocument>? Detection { get; init; }

    public Spanned<ImmutableArray<Named<AlertDocument>>>? Alerts { get; init; }

    public Spanned<PagerDocument>? Pager { get; init; }

    public Spanned<ImmutableArray<Spanned<StepDocument>>>? Steps { get; init; }

    public Spanned<ImmutableArray<Spanned<StepDocument>>>? OnPage { get; init; }

    public Spanned<VerifyDocument>? Verify { get; init; }

    public Spanned<ImmutableArray<Spanned<ExpectationDocument>>>? Expect { get; init; }

    public Spanned<ReportedDocument>? Reported { get; init; }
}
