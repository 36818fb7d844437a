using System.Collections.Immutable;
using StagingHarness.Protocols.Generator;
using StagingHarness.Scenarios.Documents.Recordings;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning;

/// <summary>A recording becomes moments, kinds of requests, and whose turn it is at each moment.</summary>
internal sealed class RecordingPlanner
{
    private readonly Recording _recording;
    private readonly double _speed;
    private readonly ImmutableArray<long> _moments;
    private readonly long _period;
    private readonly List<(string Method, string Path, string? Body, string? ContentType, int? Wanted)> _kinds;

    public RecordingPlanner(Recording recording, double speed)
    {
        _recording = recording;
        _speed = speed;
        var first = recording.Requests[0].At;
        _moments = [.. recording.Requests.Select(request => (long)((request.At - first).TotalMicroseconds / speed))];
        _period = Period(_moments, speed);
        _kinds = [.. recording.Requests.Select(Kind).Distinct()];
    }

    public double RatePerSecond => _moments.Length * 1e6 / _period;

    public ArrivalsPlan Arrivals() => new()
    {
        Spread = ArrivalSpread.Evenly,
        Stretches = [],
        ThenPerSecond = RatePerSecond,
        Recording = new RecordingPlan { File = _recording.File, Speed = _speed, Microseconds = _moments, PeriodMicroseconds = _period },
    };

    public ImmutableArray<RequestPlan> Requests() =>
    [
        .. _kinds.Select((kind, index) => new RequestPlan(index, kind.Method, kind.Path)
        {
            Body = kind.Body,
            ContentType = kind.Body is null ? null : kind.ContentType ?? Defaults.ContentType,
            Credentials = Credentials(kind.Wanted),
            Answer = kind.Wanted is { } wanted ? new AnswerPlan { Status = [wanted] } : null,
        }),
    ];

    public ImmutableArray<int> Recorded()
    {
        var indexes = _kinds.Select((kind, index) => (kind, index)).ToDictionary(pair => pair.kind, pair => pair.index);
        return [.. _recording.Requests.Select(request => indexes[Kind(request)])];
    }

    /// <summary>Begins again after its last moment, as long after it as moments are apart on average; a single moment comes every second.</summary>
    private static long Period(ImmutableArray<long> moments, double speed) => moments[^1] == 0
        ? Math.Max(1, (long)(TimeSpan.FromSeconds(1).TotalMicroseconds / speed))
        : moments[^1] + Math.Max(1, moments[^1] / (moments.Length - 1));

    /// <summary>Whoever was refused had shown none that are valid; with those of the traffic, nobody would be refused again.</summary>
    private static ShownCredentials Credentials(int? wanted) => wanted == Defaults.RefusedStatus ? ShownCredentials.None : Defaults.ShownCredentials;

    private static (string Method, string Path, string? Body, string? ContentType, int? Wanted) Kind(RecordedRequest request) =>
        (request.Method, request.Path, request.Body is { Length: > 0 } body ? body : null, request.ContentType, request.Wanted);
}
