using System.Buffers.Binary;
using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Samples;

/// <summary>
/// One request of the traffic, as it is measured and stored: 32 bytes, little-endian, in the order of the properties.
/// Times count from the run's epoch (a reading of the monotonic clock that the harness and the generator share).
/// </summary>
public readonly record struct Sample
{
    /// <summary>Size of one record in bytes.</summary>
    public const int Size = 32;

    /// <summary>Scheduled moment, nanoseconds from the epoch. Latency counts from here.</summary>
    public required long DueNanoseconds { get; init; }

    /// <summary>How late it was sent, microseconds.</summary>
    public required uint SendDelayMicroseconds { get; init; }

    /// <summary>From due to the whole answer (or to giving up), microseconds.</summary>
    public required uint LatencyMicroseconds { get; init; }

    /// <summary>HTTP status; 0 when no answer came.</summary>
    public required ushort Status { get; init; }

    public required Answerer Answerer { get; init; }

    public required Failure Failure { get; init; }

    /// <summary>Index of the request kind in the traffic plan.</summary>
    public required ushort Route { get; init; }

    /// <summary>Which server answered, as the gateway stamped it: index into the stamps of the run; 0 is none.</summary>
    public required ushort Stamp { get; init; }

    /// <summary>
    /// Position in the schedule, from 0; a gap is a dropped request. All requests of a journey have that of its start, and are told
    /// apart by their routes.
    /// </summary>
    public required uint Sequence { get; init; }

    /// <summary>What else was looked at in the answer.</summary>
    public AnswerCheck Check { get; init; }

    /// <summary>Answered 2xx, or as it was asked for where that is said.</summary>
    [JsonIgnore]
    public bool Right => IsRight(Status, Check);

    [JsonIgnore]
    public TimeSpan Due => TimeSpan.FromTicks(DueNanoseconds / TimeSpan.NanosecondsPerTick);

    [JsonIgnore]
    public TimeSpan Latency => TimeSpan.FromMicroseconds(LatencyMicroseconds);

    [JsonIgnore]
    public TimeSpan Done => Due + Latency;

    public static bool IsRight(int status, AnswerCheck check) => check switch
    {
        AnswerCheck.ByStatus => status is >= 200 and < 300,
        AnswerCheck.AsWanted => true,
        AnswerCheck.WrongStatus or AnswerCheck.WrongContent or AnswerCheck.LetIn or AnswerCheck.RedirectLoop => false,
    };

    public void WriteTo(Span<byte> target)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target, DueNanoseconds);
        BinaryPrimitives.WriteUInt32LittleEndian(target[8..], SendDelayMicroseconds);
        BinaryPrimitives.WriteUInt32LittleEndian(target[12..], LatencyMicroseconds);
        BinaryPrimitives.WriteUInt16LittleEndian(target[16..], Status);
        target[18] = (byte)Answerer;
        target[19] = (byte)Failure;
        BinaryPrimitives.WriteUInt16LittleEndian(target[20..], Route);
        BinaryPrimitives.WriteUInt16LittleEndian(target[22..], Stamp);
        BinaryPrimitives.WriteUInt32LittleEndian(target[24..], Sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(target[28..], (byte)Check);
    }

    public static Sample ReadFrom(ReadOnlySpan<byte> source) => new()
    {
        DueNanoseconds = BinaryPrimitives.ReadInt64LittleEndian(source),
        SendDelayMicroseconds = BinaryPrimitives.ReadUInt32LittleEndian(source[8..]),
        LatencyMicroseconds = BinaryPrimitives.ReadUInt32LittleEndian(source[12..]),
        Status = BinaryPrimitives.ReadUInt16LittleEndian(source[16..]),
        Answerer = (Answerer)source[18],
        Failure = (Failure)source[19],
        Route = BinaryPrimitives.ReadUInt16LittleEndian(source[20..]),
        Stamp = BinaryPrimitives.ReadUInt16LittleEndian(source[22..]),
        Sequence = BinaryPrimitives.ReadUInt32LittleEndian(source[24..]),
        Check = (AnswerCheck)source[28],
    };
}
