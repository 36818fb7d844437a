using System.Globalization;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A seed: any whole number from 0 that 63 bits hold.</summary>
internal sealed class SeedShape : ScalarShape<long>
{
    public override string Wanted => "a seed (a whole number from 0)";

    public override string Sample => "20230513";

    private protected override ValueSchema Written => ValueSchema.Whole(0, null);

    private protected override Reading<long> Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? Ok(seed) : NotWanted();
}
