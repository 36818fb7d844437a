using System.Globalization;
using System.Text;
using System.Text.Json;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;
using StagingHarness.Timelines;

namespace StagingHarness.Scaffolding;

/// <summary>The template of an incident: a postmortem's timeline becomes clock, steps, runbook, and what was reported.</summary>
internal sealed class IncidentText(ScaffoldFacts facts, Timeline timeline, string source)
{
    private const int BaselineMinutes = 2;
    private const int WatchMinutes = 15;

    private readonly IncidentTime started = FirstOf(timeline, Milestone.UpgradeStarted, Milestone.Activated, Milestone.OutageStarted);

    private readonly IncidentTime activated = FirstOf(timeline, Milestone.Activated, Milestone.OutageStarted, Milestone.UpgradeStarted);

    public string Write() => $$"""
        {{Modelines.Of(facts.SchemaPath)}}
        # An incident, replayed. It passes (REPRODUCED) when the failure that is described below appears.
        scenario: {{facts.Name}}
        title: {{facts.Service.Name}} goes to {{facts.To}} and requests fail
        intent: reproduce
        tags: [incident]
        source: {{Quoted(source)}}
        system: {{facts.SystemPath}}

        # The clock of the report: the first requests flow {{BaselineMinutes}} minutes before the upgrade begins.
        clock: { starts: "{{Start()}}", minute: 1s }

        {{StageText.Stage(facts)}}
        {{StageText.Upgrade(facts)}}
        {{StageText.Traffic(facts)}}
        steps:
        {{Steps()}}
        # What the on-call team did, from the page on; each wait is at least as long as theirs.
        on-page:
        {{Runbook()}}
        expect:
          # Say more exactly how it failed: 'answers: { status: 500, by: app }', and from every server ('samples-per-instance').
          - name: Requests fail after the upgrade
            phase: upgraded
            answers: { right: false }
            share: at least 99 %
          - name: Every request is answered rightly before it
            phase: [{{(started == activated ? "baseline" : "baseline, staging")}}]
            answers: { right: true }
            share: 100 %
          - name: Every request is answered rightly after the way back
            phase: recovered
            answers: { right: true }
            share: 100 %
          - name: The on-call team is paged
            phase: upgraded
            page: sent
          - name: The incident runs its course
            order: [{{Course()}}]

        # As the report has it, to be laid beside what is measured. Nothing is judged by it.
        reported:
          source: {{Quoted(source)}}
        {{Reported()}}
        """;

    private bool Acknowledges => timeline.Moments.Any(moment => moment.What == Milestone.Acknowledged);

    /// <summary>Everything that the steps and the runbook bring about, in its order.</summary>
    private string Course() => string.Join(", ", Enum.GetValues<Milestone>().Where(Comes).Select(Word));

    private bool Comes(Milestone what) => what switch
    {
        Milestone.Acknowledged => Acknowledges,
        Milestone.Refused => false,
        _ => true,
    };

    private static string Word(Milestone what) => JsonNamingPolicy.KebabCaseLower.ConvertName(what.ToString());

    private static IncidentTime FirstOf(Timeline timeline, params ReadOnlySpan<Milestone> milestones)
    {
        foreach (var milestone in milestones)
        {
            if (timeline.At(milestone) is { } time)
            {
                return time;
            }
        }

        throw new ScaffoldRefusedException("no row of the timeline tells of an upgrade or an outage; write one like '13:55, upgrade begins'");
    }

    private IncidentTime Start() => new(Math.Max(0, started.MinutesOfDay - BaselineMinutes));

    private string Steps()
    {
        var text = new StringBuilder();
        if (started == activated)
        {
            text.Append($"  - upgrade: {{}}\n    at: \"{started}\"{Comment(Milestone.UpgradeStarted)}\n");
        }
        else
        {
            text.Append($"  - stage: {{}}\n    at: \"{started}\"{Comment(Milestone.UpgradeStarted)}\n");
            var what = timeline.At(Milestone.Activated) is null ? Milestone.OutageStarted : Milestone.Activated;
            text.Append($"  - activate: {{}}\n    at: \"{activated}\"{Comment(what)}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"  - watch: {{ for: {WatchMinutes} min }}   # the page ends it early\n").ToString();
    }

    private string Runbook()
    {
        var text = new StringBuilder();
        var paged = timeline.At(Milestone.Paged) is null ? Milestone.OutageStarted : Milestone.Paged;
        if (Acknowledges)
        {
            text.Append($"  - acknowledge: {Waits("after", paged, Milestone.Acknowledged)}{Comment(Milestone.Acknowledged)}\n");
            text.Append($"  - decide: {Waits("after", Milestone.Acknowledged, Milestone.RollbackStarted)}\n");
        }

        // What the report leaves out takes no time of its own: the step behind it has the whole stretch.
        var begun = Told(Milestone.RollbackStarted, Milestone.Acknowledged, paged);
        var back = timeline.At(Milestone.RollbackStarted) is null ? Milestone.RolledBack : Milestone.RollbackStarted;
        text.Append($"  - roll-back: {Waits("takes", begun, Milestone.RolledBack)}{Comment(back)}\n");
        var rolledBack = Told(Milestone.RestartStarted, Milestone.RolledBack, begun);
        var restart = timeline.At(Milestone.RestartStarted) is null ? Milestone.TrafficRestored : Milestone.RestartStarted;
        text.Append($"  - restart: {Waits("takes", rolledBack, Milestone.TrafficRestored)}{Comment(restart)}\n");
        return text.Append("  - watch: { for: 3 min }\n").ToString();
    }

    private string Reported()
    {
        var text = new StringBuilder();
        if (!timeline.Moments.IsEmpty)
        {
            text.Append("  timeline:\n");
        }

        foreach (var moment in timeline.Moments)
        {
            text.Append($"    - {{ at: \"{moment.At}\", what: {Word(moment.What)} }}   # {Line(moment.Words)}\n");
        }

        foreach (var note in timeline.NotUnderstood)
        {
            text.Append($"    # not understood: {Line(note.Text)}\n");
        }

        if (timeline.Between(Milestone.OutageStarted, Milestone.TrafficRestored) is { Minutes: > 0 } outage)
        {
            text.Append($"  outage: {outage}\n");
        }

        return text.ToString();
    }

    /// <summary>The first of them that the timeline tells of; the last one where it tells of none.</summary>
    private Milestone Told(Milestone first, Milestone second, Milestone otherwise) =>
        timeline.At(first) is not null ? first : timeline.At(second) is not null ? second : otherwise;

    private string Waits(string key, Milestone from, Milestone to) =>
        timeline.Between(from, to) is { Minutes: > 0 } duration ? $"{{ {key}: {duration} }}" : "{}";

    private string Comment(Milestone what) => timeline.Words(what) is { } words ? $"   # {Line(words)}" : "";

    private static string Line(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Quoted(string text) => JsonSerializer.Serialize(Line(text));
}
