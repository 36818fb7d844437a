using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>An amount of data, in bytes: <c>512 B</c>, <c>64 KiB</c>, <c>1 MiB</c>.</summary>
internal sealed class AmountShape : ScalarShape<long>
{
    private const double Most = 1024.0 * 1024 * 1024;

    public override string Wanted => "an amount of data";

    public override string Sample => "64 KiB";

    private protected override ValueSchema Written => ValueSchema.Written(@"^[0-9.]+\s*(B|KiB|MiB)\s*$");

    private protected override string Example => "write it like '512 B', '64 KiB' or '1 MiB'";

    private protected override Reading<long> Read(string text) => Quantity.Parse(text) switch
    {
        null => NotWanted(),
        { Unit: "" } => Wrong(FindingCode.WrongUnit, "which has no unit", Example),
        { Unit: not ("B" or "KiB" or "MiB") } => Wrong(FindingCode.WrongUnit, "which is in no unit of data", "write 'B', 'KiB' or 'MiB'"),
        var quantity when BytesOf(quantity) is < 1 or > Most => Wrong(FindingCode.OutOfRange, "which is not between 1 B and 1024 MiB", Example),
        var quantity => Ok((long)BytesOf(quantity)),
    };

    /// <summary>Of a quantity in one of the three units.</summary>
    internal static double BytesOf(Quantity quantity) => quantity.Number * quantity.Unit[0] switch
    {
        'K' => 1024,
        'M' => 1024 * 1024,
        _ => 1,
    };
}
