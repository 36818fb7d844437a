using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A request without a body: <c>GET /api/account</c>.</summary>
internal sealed class RequestShape : ScalarShape<HttpRequestLine>
{
    private static readonly string[] Methods = ["GET", "HEAD", "OPTIONS", "DELETE"];

    public override string Wanted => "a request";

    public override string Sample => "GET /api/account";

    private protected override ValueSchema Written => ValueSchema.Written($"^({string.Join('|', Methods)}) /");

    private protected override Reading<HttpRequestLine> Read(string text) => text.Split(' ') switch
    {
        [var method, var path] when UrlPathShape.IsPath(path) => Methods.Contains(method, StringComparer.Ordinal)
            ? Ok(new HttpRequestLine(method, path))
            : Wrong(
                FindingCode.NotAChoice,
                $"and '{method}' is not a method without a body",
                NearestName.Hint(method, Methods)),
        _ => NotWanted(),
    };
}
