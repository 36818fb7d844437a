using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary><c>true</c> or <c>false</c>; YAML's other spellings are refused, for they surprise people.</summary>
internal sealed class FlagShape : ScalarShape<bool>
{
    public override string Wanted => "a truth value";

    public override string Sample => "true";

    private protected override ValueSchema Written => ValueSchema.Flag();

    private protected override string Example => "write 'true' or 'false'";

    private protected override Reading<bool> Read(string text) => text switch
    {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => NotWanted(),
    };
}
