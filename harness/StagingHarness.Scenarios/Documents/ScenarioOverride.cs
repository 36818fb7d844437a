using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents;

/// <summary>A single value of the scenario file that is set from outside: <c>upgrade.to.release=2.0</c>.</summary>
internal sealed record ScenarioOverride
{
    private const int FirstOrder = 1_000;

    private ScenarioOverride(string path, SourceSpan pathSpan, ScalarSyntax value)
    {
        Path = path;
        PathSpan = pathSpan;
        Value = value;
    }

    public string Path { get; }

    /// <summary>Place of the path in the override's own text, for findings.</summary>
    public SourceSpan PathSpan { get; }

    public ScalarSyntax Value { get; }

    /// <summary>Null when the text is no override, which is a finding.</summary>
    public static ScenarioOverride? Parse(string text, int number, FindingSink findings)
    {
        var source = new SourceText($"--set {text}", FirstOrder + number, text);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || text[..equals].Split('.').Any(string.IsNullOrWhiteSpace))
        {
            findings.Report(
                FindingCode.OverrideMalformed,
                source.Span(1, 1, text.Length),
                $"'{text}' is not an override.",
                "write path=value, like 'upgrade.to.release=2.0'");
            return null;
        }

        // Plain, so that 'path=' is a key without a value and not an empty text.
        var value = new ScalarSyntax
        {
            Span = source.Span(1, equals + 2, text.Length - equals - 1),
            Text = text[(equals + 1)..],
            IsPlain = true,
        };
        return new ScenarioOverride(text[..equals], source.Span(1, 1, equals), value);
    }

    /// <summary>The document with the value in its place; missing mappings on the way are added.</summary>
    public MappingSyntax ApplyTo(MappingSyntax root) => Set(root, Path.Split('.'));

    private MappingSyntax Set(MappingSyntax mapping, ReadOnlySpan<string> keys)
    {
        var key = new ScalarSyntax { Span = PathSpan, Text = keys[0], IsPlain = true };
        if (keys.Length == 1)
        {
            return mapping.With(new MappingEntrySyntax(key, Value));
        }

        var below = mapping.Entry(keys[0]);
        return below?.Value switch
        {
            MappingSyntax child => mapping.With(below with { Value = Set(child, keys[1..]) }),
            null => mapping.With(new MappingEntrySyntax(key, Set(Empty(), keys[1..]))),
            ScalarSyntax { IsNull: true } => mapping.With(below with { Value = Set(Empty(), keys[1..]) }),

            // A list or a text stands where a mapping must stand: that is a finding of the file's own.
            _ => mapping,
        };
    }

    private MappingSyntax Empty() => new() { Span = PathSpan, Entries = [] };
}
