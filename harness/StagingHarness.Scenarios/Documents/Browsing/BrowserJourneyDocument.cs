using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Browsing;

/// <summary>What a customer does in a browser, as written.</summary>
internal sealed record BrowserJourneyDocument
{
    public static SlugShape Name { get; } = new("the name of a journey in the browser", "dashboard");

    public static MappingShape<BrowserJourneyDocument> Shape { get; } =
        new MappingShape<BrowserJourneyDocument>(new BrowserJourneyDocument())
            .Required("every", new ClockDurationShape(), (document, value) => document with { Every = value })
            .Optional("timeout", new RealDurationShape(), (document, value) => document with { Timeout = value })
            .Optional(
                "credentials",
                new ListShape<string>(Names.Credential) { Distinct = true },
                (document, value) => document with { Credentials = value })
            .Required(
                "steps",
                new ListShape<BrowserStepDocument>(BrowserStepDocument.Shape) { NeedsOne = "step" },
                (document, value) => document with { Steps = value });

    public Spanned<ClockDuration>? Every { get; init; }

    public Spanned<TimeSpan>? Timeout { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Credentials { get; init; }

    public Spanned<ImmutableArray<Spanned<BrowserStepDocument>>>? Steps { get; init; }
}
