using StagingHarness.Scenarios.Documents.Browsing;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Which journey in the browser, and how it ends.</summary>
internal sealed record BrowserConditionDocument
{
    public static MappingShape<BrowserConditionDocument> Shape { get; } =
        new MappingShape<BrowserConditionDocument>(new BrowserConditionDocument())
            .Required("name", BrowserJourneyDocument.Name, (document, value) => document with { Name = value })
            .Required("completed", new FlagShape(), (document, value) => document with { Completed = value })
            .Optional("status", new CountShape { Least = 100, Most = 599, Usual = 500 }, (document, value) => document with { Status = value });

    public Spanned<string>? Name { get; init; }

    public Spanned<bool>? Completed { get; init; }

    public Spanned<int>? Status { get; init; }
}
