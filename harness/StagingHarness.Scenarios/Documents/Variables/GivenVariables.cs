using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Variables;

/// <summary>Values that are given to variables from outside: <c>--var NAME=VALUE</c>, else <c>STAGE_VAR_NAME</c>.</summary>
internal sealed class GivenVariables
{
    /// <summary>After everything else that is given from outside.</summary>
    private const int FirstOrder = 2_000;

    private readonly Dictionary<string, ScalarSyntax> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceSpan> _names = new(StringComparer.Ordinal);
    private readonly Func<string, string?> _environment;

    private GivenVariables(Func<string, string?> environment)
    {
        _environment = environment;
    }

    /// <summary>Names given by option, and where they stand.</summary>
    public IReadOnlyDictionary<string, SourceSpan> Names => _names;

    public static GivenVariables Read(ImmutableArray<string> options, Func<string, string?> environment, FindingSink findings)
    {
        var given = new GivenVariables(environment);
        for (var index = 0; index < options.Length; index++)
        {
            given.Add(options[index], index, findings);
        }

        return given;
    }

    /// <summary>The environment variable that gives the variable its value.</summary>
    public static string EnvironmentName(string name) => $"STAGE_VAR_{name.ToUpperInvariant().Replace('-', '_')}";

    /// <summary>Null when nothing is given.</summary>
    public ScalarSyntax? Value(string name)
    {
        if (_values.TryGetValue(name, out var value))
        {
            return value;
        }

        return _environment(EnvironmentName(name)) is { } text
            ? Scalar(new SourceText($"{EnvironmentName(name)}={text}", FirstOrder + 1_000, text), 1, text)
            : null;
    }

    private void Add(string text, int number, FindingSink findings)
    {
        var source = new SourceText($"--var {text}", FirstOrder + number, text);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            findings.Report(
                FindingCode.VariableMalformed,
                source.Span(1, 1, text.Length),
                $"'{text}' gives no variable a value.",
                "write name=value, like 'candidate=2.0'");
            return;
        }

        var name = text[..equals];
        var span = source.Span(1, 1, equals);
        if (!_names.TryAdd(name, span))
        {
            findings.Report(FindingCode.VariableTwice, span, $"variable '{name}' is given twice.", "give each variable one value");
            return;
        }

        _values.Add(name, Scalar(source, equals + 2, text[(equals + 1)..]));
    }

    // In quotes, so to say: an empty text is a value, and 'null' is a word.
    private static ScalarSyntax Scalar(SourceText source, int column, string text) =>
        new() { Span = source.Span(1, column, text.Length), Text = text, IsPlain = false };
}
