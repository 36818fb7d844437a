using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents;

/// <summary>What a postmortem reported.</summary>
internal sealed record ReportedDocument
{
    public static MappingShape<ReportedDocument> Shape { get; } =
        new MappingShape<ReportedDocument>(new ReportedDocument())
            .Required(
                "source",
                new TextShape("a text", "Incident report, 13 May 2023"),
                (document, value) => document with { Source = value })
            .Optional(
                "timeline",
                new ListShape<ReportedMomentDocument>(ReportedMomentDocument.Shape),
                (document, value) => document with { Timeline = value })
            .Optional(
                "outage",
                new IncidentDurationShape { MayBeZero = false },
                (document, value) => document with { Outage = value })
            .Optional("failed-requests", new ShareShape(), (document, value) => document with { FailedRequests = value });

    public Spanned<string>? Source { get; init; }

    public Spanned<ImmutableArray<Spanned<ReportedMomentDocument>>>? Timeline { get; init; }

    public Spanned<IncidentDuration>? Outage { get; init; }

    public Spanned<Share>? FailedRequests { get; init; }
}
