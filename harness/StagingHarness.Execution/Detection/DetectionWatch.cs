using StagingHarness.Analysis.Detection;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Execution.Detection;

/// <summary>One stretch of watching: the detector, and the evidence that it decides on.</summary>
internal sealed class DetectionWatch(DetectionPlan plan, TimeSpan from, DrainedConnections drained)
{
    private readonly MixtureDetector _detector = new(plan);
    private readonly SortedSet<int> _wrongStamps = [];
    private Sample? _firstWrong;
    private long _seenBeforeFirstWrong;
    private long _drained;

    /// <summary>True when the detector fires with this sample.</summary>
    public bool Observe(in Sample sample)
    {
        if (sample.Due < from)
        {
            return false;
        }

        if (drained.Hold(sample))
        {
            _drained++;
            return false;
        }

        if (!sample.Right)
        {
            NoteWrong(sample);
        }

        return _detector.Observe(sample.Right);
    }

    /// <summary>What made it fire; asked for after it fired.</summary>
    public DetectionFired Describe(IReadOnlyDictionary<int, ServerStamp> stamps)
    {
        var firstWrong = _firstWrong ?? throw new InvalidOperationException("Detection fired without a wrong answer.");
        return new DetectionFired
        {
            Seen = _detector.Seen,
            Wrong = _detector.Wrong,
            Share = Share.Of(_detector.Wrong, _detector.Seen - _seenBeforeFirstWrong),
            FirstWrongDue = firstWrong.Due,
            FirstWrong = firstWrong,
            Servers = [.. _wrongStamps.Select(stamp => stamps[stamp])],
            Statistic = _detector.Statistic,
            Threshold = _detector.Threshold,
            Background = plan.Background,
            FalseAlarm = MixtureDetector.FalseAlarmsAtMost(plan, _detector.Seen),
            Drained = _drained,
        };
    }

    private void NoteWrong(in Sample sample)
    {
        if (_firstWrong is null)
        {
            _firstWrong = sample;
            _seenBeforeFirstWrong = _detector.Seen;
        }

        if (sample.Stamp != 0)
        {
            _wrongStamps.Add(sample.Stamp);
        }
    }
}
