using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Reporting.Terminal;

/// <summary>How the same plan is run again: the command, or for a scenario in code, which code is called with what.</summary>
internal static class RepeatCommand
{
    private const string Seed = "seed=";

    private static readonly string[] SourceFiles = [".cs", ".fs", ".vb"];

    /// <summary>To be given in the scenario root; whatever came from outside and the seed are part of it, quoted where a shell needs it.</summary>
    /// <param name="plan">What was run.</param>
    /// <param name="engine">On which it stood: another one may have found something else.</param>
    public static string Of(ScenarioPlan plan, string engine)
    {
        var overrides = plan.Overrides.Any(one => one.StartsWith(Seed, StringComparison.Ordinal))
            ? plan.Overrides
            : plan.Overrides.Add(FormattableString.Invariant($"{Seed}{plan.Seed}"));
        if (SourceFiles.Contains(Path.GetExtension(plan.File), StringComparer.Ordinal))
        {
            var given = overrides.Concat(plan.OverrideFiles).Concat(plan.Variables.Where(variable => variable.IsGiven).Select(variable => $"{variable.Name}={variable.Value}"));
            return $"call what rehearses '{plan.Name}' in {plan.File}, with {string.Join(", ", given)}, on engine '{engine}'";
        }

        var variables = plan.Variables.Where(variable => variable.IsGiven).Select(variable => $"--var {Quoted($"{variable.Name}={variable.Value}")}");
        return string.Join(' ',
        [
            "stage run",
            Quoted(plan.File),
            .. plan.OverrideFiles.Select(file => $"--set-file {Quoted(file)}"),
            .. overrides.Select(one => $"--set {Quoted(one)}"),
            .. variables,
            $"--engine {engine}",
        ]);
    }

    private static string Quoted(string text) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=+,@%".Contains(letter, StringComparison.Ordinal))
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
