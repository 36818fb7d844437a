using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A version of TLS: <c>"1.3"</c>. In quotes or without, since no other reading is possible here.</summary>
internal sealed class TlsVersionShape : ScalarShape<TlsVersion>
{
    public override string Wanted => "a version of TLS";

    public override string Sample => "\"1.3\"";

    private protected override ValueSchema Written => ValueSchema.OneOf(1.2m, 1.3m);

    private protected override string Example => "write \"1.2\" or \"1.3\"";

    private protected override Reading<TlsVersion> Read(string text) => text switch
    {
        "1.2" => Ok(TlsVersion.Tls12),
        "1.3" => Ok(TlsVersion.Tls13),
        _ => Wrong(FindingCode.NotAChoice, $"which is not {Wanted}", Example),
    };
}
