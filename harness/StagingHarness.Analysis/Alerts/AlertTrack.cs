using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Analysis.Alerts;

/// <summary>One rule over the time: what it measures, and how it stands.</summary>
internal sealed class AlertTrack(AlertPlan rule, ClockPlan clock)
{
    private readonly AlertMeter _meter = AlertMeter.Of(rule, clock);
    private readonly TimeSpan _pending = clock.ToReal(rule.For);
    private AlertState _state = AlertState.Blind;
    private TimeSpan? _since;

    public AlertMeter Meter => _meter;

    public AlertEvaluation Evaluate(TimeSpan now)
    {
        var reading = _meter.Read(now);
        _since = reading.IsAbove ? _since ?? now : null;
        var from = _state;
        _state = (reading.IsEnough, _since) switch
        {
            // What fires goes on firing until something shows better, and what was pending has been interrupted.
            (false, _) => from == AlertState.Firing ? AlertState.Firing : AlertState.Blind,
            (true, null) => AlertState.Quiet,
            (true, { } since) => from == AlertState.Firing || now - since >= _pending ? AlertState.Firing : AlertState.Pending,
        };
        return new AlertEvaluation(rule, now, from, _state, reading);
    }
}
