using System.Collections.Immutable;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Generator;
using StagingHarness.Scenarios.Documents.Recordings;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning;

/// <summary>A recording becomes moments, kinds of requests, and whose turn it is at each moment.</summary>
internal sealed class RecordingPlanner
{
    private readonly Recording _recording;
    private readonly double _speed;
    private readonly RecordedArrivals _arrivals;
    private readonly List<IGrouping<RequestKind, RecordedRequest>> _kinds;

    public RecordingPlanner(Recording recording, double speed)
    {
        _recording = recording;
        _speed = speed;
        var first = recording.Requests[0].At;
        ImmutableArray<long> moments = [.. recording.Requests.Select(request => (long)((request.At - first).TotalMicroseconds / speed))];
        _arrivals = new RecordedArrivals { Microseconds = moments, PeriodMicroseconds = Period(moments, speed) };
        _kinds = [.. recording.Requests.GroupBy(request => request.Kind)];
    }

    public double RatePerSecond => _arrivals.RatePerSecond;

    /// <summary>The most requests that are due in any stretch of real time so long, its ends counted in.</summary>
    public long MostWithin(TimeSpan stretch)
    {
        var (periods, rest) = Math.DivRem((long)stretch.TotalMicroseconds, _arrivals.PeriodMicroseconds);
        var most = 0;
        for (var (first, end) = (0, 0); first < _arrivals.Microseconds.Length; first++)
        {
            while (_arrivals.Of(end) - _arrivals.Of(first) <= rest)
            {
                end++;
            }

            most = Math.Max(most, end - first);
        }

        return (periods * _arrivals.Microseconds.Length) + most;
    }

    public ArrivalsPlan Arrivals() => new()
    {
        Spread = ArrivalSpread.Evenly,
        Stretches = [],
        ThenPerSecond = RatePerSecond,
        Recording = new RecordingPlan { File = _recording.File, Speed = _speed, Microseconds = _arrivals.Microseconds, PeriodMicroseconds = _arrivals.PeriodMicroseconds, LeftOut = _recording.LeftOut },
    };

    public ImmutableArray<RequestPlan> Requests() =>
    [
        .. _kinds.Select((kind, index) => new RequestPlan(index, kind.Key.Method, kind.Key.Path)
        {
            Body = kind.Key.Body,
            ContentType = kind.Key.Body is null ? null : kind.Key.ContentType ?? Defaults.ContentType,
            Credentials = kind.Key.IsRefused ? ShownCredentials.None : Defaults.ShownCredentials,
            Answer = Answer(kind),
        }),
    ];

    public ImmutableArray<int> Recorded()
    {
        var indexes = _kinds.Select((kind, index) => (kind.Key, index)).ToDictionary(pair => pair.Key, pair => pair.index);
        return [.. _recording.Requests.Select(request => indexes[request.Kind])];
    }

    /// <summary>Begins again after its last moment, as long after it as moments are apart on average; a single moment comes every second.</summary>
    private static long Period(ImmutableArray<long> moments, double speed) => moments[^1] == 0
        ? Math.Max(1, (long)(TimeSpan.FromSeconds(1).TotalMicroseconds / speed))
        : moments[^1] + Math.Max(1, moments[^1] / (moments.Length - 1));

    private static AnswerPlan? Answer(IEnumerable<RecordedRequest> kind) => RightAnswers.Of(kind) is { IsEmpty: false } statuses ? new AnswerPlan { Status = statuses } : null;
}
