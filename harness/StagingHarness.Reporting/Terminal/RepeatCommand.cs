using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Reporting.Terminal;

/// <summary>The command that runs the same plan again.</summary>
internal static class RepeatCommand
{
    private const string Seed = "seed=";

    /// <summary>To be given in the scenario root; whatever came from outside and the seed are part of it, quoted where a shell needs it.</summary>
    public static string Of(ScenarioPlan plan)
    {
        var overrides = plan.Overrides.Any(one => one.StartsWith(Seed, StringComparison.Ordinal))
            ? plan.Overrides
            : plan.Overrides.Add(FormattableString.Invariant($"{Seed}{plan.Seed}"));
        var variables = plan.Variables.Where(variable => variable.IsGiven).Select(variable => $"--var {Quoted($"{variable.Name}={variable.Value}")}");
        return string.Join(' ',
        [
            "stage run",
            Quoted(plan.File),
            .. plan.OverrideFiles.Select(file => $"--set-file {Quoted(file)}"),
            .. overrides.Select(one => $"--set {Quoted(one)}"),
            .. variables,
        ]);
    }

    private static string Quoted(string text) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=+,@%".Contains(letter, StringComparison.Ordinal))
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
