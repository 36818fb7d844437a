using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A version of HTTP: <c>1.1</c> or <c>2</c>. In quotes or without, since no other reading is possible here.</summary>
internal sealed class ClientHttpShape : ScalarShape<ClientHttp>
{
    public override string Wanted => "a version of HTTP";

    public override string Sample => "2";

    private protected override ValueSchema Written => ValueSchema.OneOf(1.1m, 2m);

    private protected override string Example => "write 1.1 or 2";

    private protected override Reading<ClientHttp> Read(string text) => text switch
    {
        "1.1" => Ok(ClientHttp.Http11),
        "2" => Ok(ClientHttp.Http2),
        _ => Wrong(FindingCode.NotAChoice, $"which is not {Wanted}", Example),
    };
}
