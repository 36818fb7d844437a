using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>The keys that several kinds of expectations share, each group decided once.</summary>
internal static class ExpectationKeys
{
    /// <summary>What every expectation has.</summary>
    public static MappingShape<T> Named<T>(this MappingShape<T> shape)
        where T : ExpectationDocument => shape
            .Required(
                "name",
                new TextShape("a name", "Every request is answered rightly"),
                (document, value) => document with { Name = value })
            .Optional("report-only", new FlagShape(), (document, value) => document with { ReportOnly = value });

    public static MappingShape<T> InPhase<T>(this MappingShape<T> shape)
        where T : ExpectationDocument =>
        shape.Required("phase", PhaseNames.Shape, (document, value) => document with { Phase = value });

    /// <summary>Without a phase, in the whole run.</summary>
    public static MappingShape<T> InPhaseOrRun<T>(this MappingShape<T> shape)
        where T : ExpectationDocument =>
        shape.Optional("phase", PhaseNames.Shape, (document, value) => document with { Phase = value });

    /// <summary>A share of what was observed, or every time.</summary>
    public static MappingShape<T> Shared<T>(this MappingShape<T> shape)
        where T : CountedExpectationDocument => shape
            .Optional("share", new ShareBoundsShape(), (document, value) => document with { Share = value })
            .WhenWritten("share", document => document with { HasQuantifier = true })
            .Always();

    public static MappingShape<T> Always<T>(this MappingShape<T> shape)
        where T : CountedExpectationDocument => shape
            .Optional("always", new FlagShape(), (document, value) => document with { Always = value })
            .WhenWritten("always", document => document with { HasQuantifier = true });

    /// <summary>So many times, or so often in a second.</summary>
    public static MappingShape<T> Repeated<T>(this MappingShape<T> shape)
        where T : CountedExpectationDocument => shape
            .Optional("at-least", new OccurrenceShape { MayBeZero = false }, (document, value) => document with { AtLeast = value })
            .WhenWritten("at-least", document => document with { HasQuantifier = true })
            .Optional("at-most", new OccurrenceShape { MayBeZero = true }, (document, value) => document with { AtMost = value })
            .WhenWritten("at-most", document => document with { HasQuantifier = true });

    /// <summary>At some time, so soon; or without a break for so long.</summary>
    public static MappingShape<T> Timed<T>(this MappingShape<T> shape)
        where T : CountedExpectationDocument => shape
            .Optional("within", new RealDurationShape(), (document, value) => document with { Within = value })
            .WhenWritten("within", document => document with { HasQuantifier = true })
            .Optional("since", new ChoiceShape<Milestone>("a milestone"), (document, value) => document with { Since = value })
            .Optional("for-at-least", new RealDurationShape(), (document, value) => document with { ForAtLeast = value })
            .WhenWritten("for-at-least", document => document with { HasQuantifier = true });

    public static MappingShape<T> Sampled<T>(this MappingShape<T> shape)
        where T : CountedExpectationDocument => shape
            .Optional(
                "samples",
                new CountShape { Least = 1, Most = 1_000_000, Usual = 100 },
                (document, value) => document with { Samples = value });

    /// <summary>Each instance needs samples of its own, or fulfils it by itself.</summary>
    public static MappingShape<T> PerInstance<T>(this MappingShape<T> shape)
        where T : CountedExpectationDocument => shape
            .Optional(
                "samples-per-instance",
                new CountShape { Least = 0, Most = 1_000_000, Usual = 25 },
                (document, value) => document with { SamplesPerInstance = value })
            .EachInstance();

    public static MappingShape<T> EachInstance<T>(this MappingShape<T> shape)
        where T : CountedExpectationDocument =>
        shape.Optional("each-instance", new FlagShape(), (document, value) => document with { EachInstance = value });
}
