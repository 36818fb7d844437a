using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>What the evidence must point to; all that is given.</summary>
internal sealed record CauseConditionDocument
{
    public static MappingShape<CauseConditionDocument> Shape { get; } =
        new MappingShape<CauseConditionDocument>(new CauseConditionDocument()) { NeedsOne = true }
            .Optional("facet", new ChoiceShape<SuspectedFacet>("something of the provider"), (document, value) => document with { Facet = value })
            .Optional("library", new TextShape("the name of a library", "Microsoft.IdentityModel.Tokens"), (document, value) => document with { Library = value })
            .Optional("release", Names.Release, (document, value) => document with { Release = value })
            .Optional("configuration", Names.Configuration, (document, value) => document with { Configuration = value });

    public Spanned<SuspectedFacet>? Facet { get; init; }

    public Spanned<string>? Library { get; init; }

    public Spanned<string>? Release { get; init; }

    public Spanned<string>? Configuration { get; init; }
}
