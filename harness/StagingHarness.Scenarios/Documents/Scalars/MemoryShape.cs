using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>An amount of memory, in bytes: <c>256 MiB</c>, <c>1.5 GiB</c>.</summary>
internal sealed class MemoryShape : ScalarShape<long>
{
    private const double Mebibyte = 1024 * 1024;

    /// <summary>Container engines refuse less.</summary>
    private const double Least = 6 * Mebibyte;

    private const double Most = 1024 * 1024 * Mebibyte;

    public override string Wanted => "an amount of memory";

    public override string Sample => "256 MiB";

    private protected override ValueSchema Written => ValueSchema.Written(@"^[0-9.]+\s*(MiB|GiB)\s*$");

    private protected override string Example => "write it like '256 MiB' or '1 GiB'";

    private protected override Reading<long> Read(string text)
    {
        if (Quantity.Parse(text) is not { } quantity)
        {
            return NotWanted();
        }

        double? bytes = quantity.Unit switch
        {
            "MiB" => quantity.Number * Mebibyte,
            "GiB" => quantity.Number * 1024 * Mebibyte,
            _ => null,
        };
        return (bytes, quantity.Unit) switch
        {
            (null, "") => Wrong(FindingCode.WrongUnit, "which has no unit", Example),
            (null, _) => Wrong(FindingCode.WrongUnit, $"and '{quantity.Unit}' is no unit of memory here", "write 'MiB' or 'GiB'"),
            ( < Least, _) => Wrong(FindingCode.OutOfRange, "which is less than 6 MiB", Example),
            ( > Most, _) => Wrong(FindingCode.OutOfRange, "which is more than 1024 GiB", Example),
            _ => Ok((long)bytes.Value),
        };
    }
}
