using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>Places in a JSON document: a JSON pointer (RFC 6901) in which <c>*</c> stands for every entry of a list or of an object.</summary>
internal sealed class PointerPatternShape(string sample) : ScalarShape<string>
{
    public override string Wanted => "a JSON pointer with '*'";

    public override string Sample => sample;

    private protected override ValueSchema Written => ValueSchema.Written("^/");

    private protected override Reading<string> Read(string text) => JsonPointerShape.IsPointer(text)
        ? text.Split('/').Contains("*", StringComparer.Ordinal)
            ? Ok(text)
            : Wrong(FindingCode.PointerNamesNoList, "which leads to a single value", $"put '*' where the list is, like '{sample}'")
        : NotWanted();
}
