using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>The first line of a request: <c>GET /api/account</c>.</summary>
internal sealed class RequestShape : ScalarShape<HttpRequestLine>
{
    private static readonly string[] WithoutBody = ["GET", "HEAD", "OPTIONS", "DELETE"];
    private static readonly string[] WithBody = ["POST", "PUT", "PATCH"];

    public static IReadOnlyList<string> Methods { get; } = [.. WithoutBody, .. WithBody];

    /// <summary>A body may stand beside it.</summary>
    public bool MayWrite { get; init; }

    public override string Wanted => "a request";

    public override string Sample => MayWrite ? "POST /api/orders" : "GET /api/account";

    /// <summary>True for a method that brings something to the server.</summary>
    public static bool Writes(string method) => WithBody.Contains(method, StringComparer.Ordinal);

    private protected override ValueSchema Written => ValueSchema.Written($"^({string.Join('|', MayWrite ? [.. WithoutBody, .. WithBody] : WithoutBody)}) /");

    private protected override Reading<HttpRequestLine> Read(string text) => text.Split(' ') switch
    {
        [var method, var path] when UrlPathShape.IsPath(path) => (WithoutBody.Contains(method, StringComparer.Ordinal), Writes(method)) switch
        {
            (true, _) => Ok(new HttpRequestLine(method, path)),
            (_, true) when MayWrite => Ok(new HttpRequestLine(method, path)),
            (_, true) => Wrong(
                FindingCode.NotAChoice,
                $"and '{method}' is not a method without a body",
                $"give the body: '{{ request: {method} {path}, body: ... }}'"),
            (false, false) => Wrong(
                FindingCode.NotAChoice,
                MayWrite ? $"and '{method}' is not a method" : $"and '{method}' is not a method without a body",
                NearestName.Hint(method, MayWrite ? [.. WithoutBody, .. WithBody] : WithoutBody)),
        },
        _ => NotWanted(),
    };
}
