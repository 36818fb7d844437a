using System.Text.RegularExpressions;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A regular expression of .NET: <c>nginx/(\S+)</c>.</summary>
internal sealed class RegularExpressionShape(string sample) : ScalarShape<string>
{
    /// <summary>What is wanted of a match is its first group.</summary>
    public bool NeedsGroup { get; init; }

    public override string Wanted => "a regular expression";

    public override string Sample => $"'{sample}'";

    private protected override ValueSchema Written => ValueSchema.Text();

    private protected override string Example => $"write it in single quotes, like '{sample}'";

    private protected override Reading<string> Read(string text)
    {
        if (text.Length == 0)
        {
            return NotWanted();
        }

        try
        {
            var expression = new Regex(text, RegexOptions.CultureInvariant);
            return !NeedsGroup || expression.GetGroupNumbers().Contains(1)
                ? Ok(text)
                : Wrong(FindingCode.Unreadable, "which has no group", $"put parentheses around what is the name of the release, like '{sample}'");
        }
        catch (RegexParseException exception)
        {
            // The library's own sentence quotes the whole expression and differs between versions; its code and place do not.
            var why = KebabCase.Of(exception.Error.ToString()).Replace('-', ' ');
            return Wrong(FindingCode.Unreadable, $"which is no regular expression: {why} at character {exception.Offset}", Example);
        }
    }
}
