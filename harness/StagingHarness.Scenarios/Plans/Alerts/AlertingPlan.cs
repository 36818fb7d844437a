using System.Collections.Immutable;
using StagingHarness.Protocols.Pager;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Alerts;

/// <summary>Alert rules of a run, and what pages.</summary>
public sealed record AlertingPlan
{
    /// <summary>In <see cref="PagedBy"/>: the sequential detector. No rule may have this name.</summary>
    public const string Detection = "detection";

    /// <summary>No rules; detection pages.</summary>
    public static AlertingPlan None { get; } = new() { Rules = [], Every = new IncidentDuration(0.25), LeastEvaluations = 1, PagedBy = [Detection] };

    public required ImmutableArray<AlertPlan> Rules { get; init; }

    /// <summary>How often the rules are evaluated.</summary>
    public required IncidentDuration Every { get; init; }

    /// <summary>Evaluations on enough samples, with fewer of which the silence of a rule that pages proves nothing.</summary>
    public required int LeastEvaluations { get; init; }

    /// <summary>Names of the rules that page when they fire, and <see cref="Detection"/> where that pages.</summary>
    public required ImmutableArray<string> PagedBy { get; init; }

    /// <summary>In which forms the service that pages people is called, over HTTP; empty where nobody calls it, and no such service stands on the stage.</summary>
    public ImmutableArray<PageForm> Calls { get; init; } = [];

    /// <summary>The rule of that name; null when there is none.</summary>
    public AlertPlan? Rule(string name) => Rules.FirstOrDefault(rule => rule.Name == name);
}
