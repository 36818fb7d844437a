using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>Free text that says something; line breaks become spaces.</summary>
internal sealed class TextShape(string wanted, string sample) : ScalarShape<string>
{
    /// <summary>An empty text is a value like any other: arguments, environment.</summary>
    public bool Verbatim { get; init; }

    public override string Wanted => wanted;

    public override string Sample => sample;

    private protected override ValueSchema Written => ValueSchema.Text();

    private protected override Reading<string> Read(string text)
    {
        if (Verbatim)
        {
            return text.Contains('\0', StringComparison.Ordinal) ? NotWanted() : Ok(text);
        }

        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 || line.Any(char.IsControl) ? NotWanted() : Ok(line);
    }
}
