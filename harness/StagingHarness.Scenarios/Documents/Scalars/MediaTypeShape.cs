using System.Net.Http.Headers;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>What kind of text a body is (RFC 9110): <c>application/json</c>.</summary>
internal sealed class MediaTypeShape : ScalarShape<string>
{
    public override string Wanted => "a media type";

    public override string Sample => "application/json";

    private protected override ValueSchema Written => ValueSchema.Written("^[^/]+/[^/]+");

    private protected override Reading<string> Read(string text) => MediaTypeHeaderValue.TryParse(text, out _) ? Ok(text) : NotWanted();
}
