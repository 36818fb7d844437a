using System.Collections.Immutable;
using System.Text;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Layers;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Variables;

/// <summary>Puts variables into single values; keys, lists and mappings stay as they are written.</summary>
internal sealed class VariableSubstitution
{
    private readonly ImmutableArray<VariableValue> _variables;
    private readonly FindingSink _findings;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private VariableSubstitution(ImmutableArray<VariableValue> variables, FindingSink findings)
    {
        _variables = variables;
        _findings = findings;
    }

    /// <summary>The scenario with every variable in its place; a value whose variable has none is left out of all further rules.</summary>
    public static MappingSyntax Apply(MappingSyntax scenario, ImmutableArray<VariableValue> variables, FindingSink findings)
    {
        var substitution = new VariableSubstitution(variables, findings);
        var entries = scenario.Entries.Select(entry => entry.Key.Text is VariableSection.Key or BaseReader.Key ? entry : substitution.In(entry));
        var whole = scenario with { Entries = [.. entries] };
        substitution.ReportUnused(scenario);
        return whole;
    }

    private MappingEntrySyntax In(MappingEntrySyntax entry) => entry with { Value = In(entry.Value) };

    private SyntaxNode In(SyntaxNode node) => node switch
    {
        MappingSyntax mapping => mapping with { Entries = [.. mapping.Entries.Select(In)] },
        SequenceSyntax list => list with { Items = [.. list.Items.Select(In)] },
        // As if in quotes: a value from outside is never read as nothing.
        ScalarSyntax scalar when scalar.Text.Contains("${", StringComparison.Ordinal) =>
            Filled(scalar) is { } text ? scalar with { Text = text, IsPlain = false } : new RefusedSyntax { Span = scalar.Span },
        _ => node,
    };

    /// <summary>Null when one of its variables has no value.</summary>
    private string? Filled(ScalarSyntax scalar)
    {
        var text = new StringBuilder();
        var from = 0;
        var isComplete = true;
        for (var reference = VariableReference.Next(scalar.Text, 0); reference is not null; reference = VariableReference.Next(scalar.Text, from))
        {
            text.Append(VariableReference.Unescape(scalar.Text[from..reference.Start]));
            var value = ValueOf(reference, scalar);
            isComplete &= value is not null;
            text.Append(value);
            from = reference.Start + reference.Length;
        }

        text.Append(VariableReference.Unescape(scalar.Text[from..]));
        return isComplete ? text.ToString() : null;
    }

    private string? ValueOf(VariableReference reference, ScalarSyntax scalar)
    {
        if (reference.Name is not { } name)
        {
            _findings.Report(
                FindingCode.VariableMalformed,
                reference.SpanIn(scalar),
                "this variable has no closing brace.",
                "write '${name}'; a plain '${' is written '$${'");
            return null;
        }

        if (_variables.FirstOrDefault(variable => variable.Name == name) is { } known)
        {
            _used.Add(name);
            return known.Text;
        }

        _findings.Report(
            FindingCode.VariableUnknown,
            reference.SpanIn(scalar),
            $"the scenario has no variable '{name}'.",
            _variables.IsEmpty
                ? "add it below 'variables'; a plain '${' is written '$${'"
                : NearestName.Hint(name, _variables.Select(variable => variable.Name)));
        return null;
    }

    private void ReportUnused(MappingSyntax scenario)
    {
        foreach (var variable in VariableSection.Read(scenario).Where(variable => !_used.Contains(variable.Name.Value)))
        {
            _findings.Report(
                FindingCode.VariableUnused,
                variable.Name.Span,
                $"variable '{variable.Name.Value}' is used nowhere, so what is given to it changes nothing.",
                $"write '${{{variable.Name.Value}}}' where its value belongs, or remove it");
        }
    }
}
