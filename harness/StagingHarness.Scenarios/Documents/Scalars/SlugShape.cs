using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A name that is safe in file names, host names and labels: <c>client-portal</c>, at most 63 characters.</summary>
internal sealed class SlugShape(string wanted, string sample) : ScalarShape<string>
{
    private const int Longest = 63;

    public override string Wanted => wanted;

    public override string Sample => sample;

    private protected override ValueSchema Written => ValueSchema.Matching("^[a-z0-9]+(-[a-z0-9]+)*$", Longest);

    private protected override string Example => $"write lower-case letters, digits and single hyphens, like '{sample}'";

    private protected override Reading<string> Read(string text) => IsSlug(text) ? Ok(text) : NotWanted();

    private static bool IsSlug(string text) =>
        text.Length <= Longest
        && text.Split('-').All(part => part.Length > 0 && part.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)));
}
