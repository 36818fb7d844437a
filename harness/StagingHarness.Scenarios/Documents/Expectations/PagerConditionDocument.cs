using StagingHarness.Protocols.Pager;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Which calls of the pager count.</summary>
internal sealed record PagerConditionDocument
{
    public static MappingShape<PagerConditionDocument> Shape { get; } =
        new MappingShape<PagerConditionDocument>(new PagerConditionDocument()) { NeedsOne = true }
            .Optional("form", new ChoiceShape<PageForm>("a form of pages"), (document, value) => document with { Form = value })
            .Optional("action", new ChoiceShape<PageAction>("what a page says"), (document, value) => document with { Action = value })
            .Optional("about", Names.Alert, (document, value) => document with { About = value });

    public Spanned<PageForm>? Form { get; init; }

    public Spanned<PageAction>? Action { get; init; }

    /// <summary>An alert rule, or the detection.</summary>
    public Spanned<string>? About { get; init; }
}
