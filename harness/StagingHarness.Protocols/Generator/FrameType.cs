namespace StagingHarness.Protocols.Generator;

/// <summary>What a frame between harness and generator holds; the type byte of the frame.</summary>
public enum FrameType : byte
{
    /// <summary>Harness to generator, first frame: the run's control token, UTF-8.</summary>
    Hello = 1,

    /// <summary>Harness to generator, once: <see cref="GeneratorOrder"/> as JSON.</summary>
    Order = 2,

    /// <summary>Harness to generator: <see cref="GeneratorHeaders"/> as JSON, for requests that are sent from now on.</summary>
    RenewHeaders = 3,

    /// <summary>Harness to generator: schedule nothing more, finish, send the totals. Empty.</summary>
    Stop = 4,

    /// <summary>Harness to generator, once, when it is warm: <see cref="GeneratorBegin"/> as JSON, shortly before the first due moment.</summary>
    Begin = 5,

    /// <summary>Generator to harness, once: <see cref="GeneratorWarm"/> as JSON.</summary>
    Warm = 16,

    /// <summary>Generator to harness: <see cref="StampDefinition"/> as JSON, before the first sample that carries the stamp.</summary>
    StampDefined = 17,

    /// <summary>Generator to harness: samples one after the other, in the order in which they were done.</summary>
    Samples = 18,

    /// <summary>Generator to harness, last frame: <see cref="GeneratorTotals"/> as JSON.</summary>
    Totals = 19,

    /// <summary>Generator to harness, last frame: why it cannot go on, UTF-8.</summary>
    Problem = 20,

    /// <summary>
    /// Generator to harness, once for each <see cref="RenewHeaders"/>: requests that are due from now on carry those headers. Empty.
    /// </summary>
    HeadersRenewed = 21,
}
