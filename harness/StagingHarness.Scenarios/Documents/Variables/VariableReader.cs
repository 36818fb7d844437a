using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Variables;

/// <summary>Gives every variable of a scenario its value.</summary>
internal static class VariableReader
{
    public static ImmutableArray<VariableValue> Read(MappingSyntax scenario, GivenVariables given, FindingSink findings)
    {
        var declared = VariableSection.Read(scenario);
        foreach (var (name, span) in given.Names.Where(option => !declared.Any(variable => variable.Name.Value == option.Key)))
        {
            findings.Report(
                FindingCode.VariableUnknown,
                span,
                $"the scenario has no variable '{name}'.",
                declared.IsEmpty
                    ? "add it below 'variables', or set a value by its path with '--set'"
                    : NearestName.Hint(name, declared.Select(variable => variable.Name.Value)));
        }

        return [.. declared.Select(variable => Read(variable, given, findings))];
    }

    private static VariableValue Read(Named<VariableDocument> variable, GivenVariables given, FindingSink findings)
    {
        var name = variable.Name.Value;
        var type = variable.Value?.Value.Type?.Value ?? VariableType.Text;
        if (given.Value(name) is { } fromOutside)
        {
            return new VariableValue(name, Checked(fromOutside, type, new BindingPlace(findings, name, null)), IsGiven: true);
        }

        if (variable.Value?.Value.Default is { } value)
        {
            var written = new ScalarSyntax { Span = value.Span, Text = value.Value, IsPlain = false };
            var place = new BindingPlace(findings, $"{VariableSection.Key}.{name}.default", null);
            return new VariableValue(name, Checked(written, type, place), IsGiven: false);
        }

        if (variable.Value is not null)
        {
            findings.Report(
                FindingCode.VariableUnset,
                variable.Name.Span,
                $"variable '{name}' has no default, and is given no value.",
                $"give it one with '--var {name}=...' or {GivenVariables.EnvironmentName(name)}, or add 'default'");
        }

        return new VariableValue(name, null, IsGiven: false);
    }

    private static string? Checked(ScalarSyntax value, VariableType type, BindingPlace place) =>
        VariableTypes.Accepts(type, value, place) ? value.Text : null;
}
