using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A file that holds a secret: absolute, since such files lie outside of repositories, or relative to the file that names it.</summary>
internal sealed class SecretPathShape : ScalarShape<string>
{
    public override string Wanted => "a path of a file";

    public override string Sample => "/run/secrets/api-key";

    private protected override ValueSchema Written => ValueSchema.Matching(@"^[^\\]+$");

    private protected override string Example => $"write it like '{Sample}', or relative to this file";

    private protected override Reading<string> Read(string text) =>
        text.Length == 0 || text.Any(char.IsControl) || text.Contains('\\', StringComparison.Ordinal) ? NotWanted() : Ok(text);
}
