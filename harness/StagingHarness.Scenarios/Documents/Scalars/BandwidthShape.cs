using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>Bytes per second of real time: <c>64 KiB/s</c>.</summary>
internal sealed class BandwidthShape : ScalarShape<long>
{
    private const double Least = 128;
    private const double Most = 1024.0 * 1024 * 1024;

    public override string Wanted => "a bandwidth";

    public override string Sample => "64 KiB/s";

    private protected override ValueSchema Written => ValueSchema.Written(@"^[0-9.]+\s*(B|KiB|MiB)/s\s*$");

    private protected override string Example => "write it like '64 KiB/s'";

    private protected override Reading<long> Read(string text) => Quantity.Parse(text) switch
    {
        null => NotWanted(),
        { Unit: not ("B/s" or "KiB/s" or "MiB/s") } => Wrong(
            FindingCode.WrongUnit, "which is not in bytes per second of real time", "write 'B/s', 'KiB/s' or 'MiB/s'"),
        var quantity when AmountShape.BytesOf(quantity) is < Least or > Most => Wrong(
            FindingCode.OutOfRange, "which is not between 128 B/s and 1024 MiB/s", Example),
        var quantity => Ok((long)AmountShape.BytesOf(quantity)),
    };
}
