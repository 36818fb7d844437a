using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>The name of an environment variable.</summary>
internal sealed class EnvironmentNameShape : ScalarShape<string>
{
    public override string Wanted => "the name of an environment variable";

    public override string Sample => "ASPNETCORE_URLS";

    private protected override ValueSchema Written => ValueSchema.Matching("^[!-<>-~]+$");

    private protected override Reading<string> Read(string text) =>
        text.Length > 0 && text.All(character => character is > ' ' and < '\x7f' and not '=') ? Ok(text) : NotWanted();
}
