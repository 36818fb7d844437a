using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;

namespace StagingHarness.Analysis.Moments;

/// <summary>The five times by which incidents are compared.</summary>
public static class IncidentSpans
{
    /// <summary>Always all five, in the order of an incident.</summary>
    public static ImmutableArray<IncidentSpan> Of(RunAnalysis analysis)
    {
        var wrong = ("first wrong answer due", RunMoments.FirstWrong(analysis));
        var alert = WhatPaged(analysis);
        var page = ("page-sent", First<PageSent>(analysis));
        var acknowledged = ("page-acknowledged", First<PageAcknowledged>(analysis));
        var right = ("first request of the unbroken right answers due", RunMoments.Recovered(analysis));
        return
        [
            Span("detect", wrong, alert),
            Span("page", alert, page),
            Span("acknowledge", page, acknowledged),
            Span("mitigate", acknowledged, right),
            Span("recover", wrong, right),
        ];
    }

    /// <summary>The rule that paged, where one did; else detection, whether it pages or not.</summary>
    private static (string Name, TimeSpan? At) WhatPaged(RunAnalysis analysis) =>
        analysis.Record.Events.OfType<PageSent>().FirstOrDefault() is { Rule: { } rule } page
            ? ($"alert '{rule}' firing", analysis.Record.Events.OfType<AlertChanged>()
                .LastOrDefault(change => change.Rule == rule && change.To == AlertState.Firing && change.Sequence < page.Sequence)?.At)
            : ("detection-fired", First<DetectionFired>(analysis));

    private static TimeSpan? First<TEvent>(RunAnalysis analysis)
        where TEvent : JournalEvent => analysis.Record.Events.OfType<TEvent>().FirstOrDefault()?.At;

    /// <summary>An end that came before its beginning is another incident's, and gives no time.</summary>
    private static IncidentSpan Span(string name, (string Name, TimeSpan? At) from, (string Name, TimeSpan? At) until) => new()
    {
        Name = name,
        From = from.Name,
        Until = until.Name,
        Took = until.At - from.At is { } took && took >= TimeSpan.Zero ? took : null,
        EndCameBefore = until.At < from.At,
    };
}
