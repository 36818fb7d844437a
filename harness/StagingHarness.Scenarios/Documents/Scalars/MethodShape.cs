using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A method of HTTP that traffic can be made of: <c>GET</c>.</summary>
internal sealed class MethodShape : ScalarShape<string>
{
    public override string Wanted => "a method";

    public override string Sample => "GET";

    private protected override ValueSchema Written => ValueSchema.OneOf([.. RequestShape.Methods]);

    private protected override Reading<string> Read(string text) => RequestShape.Methods.Contains(text, StringComparer.Ordinal)
        ? Ok(text)
        : Wrong(FindingCode.NotAChoice, "which is not a method", NearestName.Hint(text, RequestShape.Methods));
}
