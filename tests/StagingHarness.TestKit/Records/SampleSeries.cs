using System.Collections.Immutable;
using System.Security.Cryptography;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.TestKit.Records;

/// <summary>Hand-made samples on an even schedule.</summary>
public static class SampleSeries
{
    /// <summary>Requests due every so many milliseconds in [from, until), answered within two milliseconds.</summary>
    public static ImmutableArray<Sample> Every(int interval, int from, int until, Func<int, int, SampleAnswer> answer) =>
    [
        .. Enumerable.Range(0, (until - from + interval - 1) / interval)
            .Select(index => One(from + (index * interval), index, answer(from + (index * interval), index))),
    ];

    /// <summary>A request due at so many milliseconds from the epoch.</summary>
    public static Sample One(int due, int sequence, SampleAnswer answer) => new()
    {
        DueNanoseconds = due * 1_000_000L,
        SendDelayMicroseconds = 50,
        LatencyMicroseconds = 2_000,
        Status = answer.Status,
        Answerer = answer.By,
        Failure = answer.Failure,
        Route = (ushort)(sequence % 2),
        Stamp = answer.Stamp,
        Sequence = (uint)sequence,
    };

    /// <summary>As the sample file's reader computes it.</summary>
    public static string Sha256(ImmutableArray<Sample> samples)
    {
        var bytes = new byte[samples.Length * Sample.Size];
        for (var index = 0; index < samples.Length; index++)
        {
            samples[index].WriteTo(bytes.AsSpan(index * Sample.Size));
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
