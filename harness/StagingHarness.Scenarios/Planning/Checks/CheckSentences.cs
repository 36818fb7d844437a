using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Scenarios.Plans.Checks;

namespace StagingHarness.Scenarios.Planning.Checks;

/// <summary>What is asked of the stage, in words.</summary>
internal static class CheckSentences
{
    public static string Wait(CheckPlan check, TimeSpan atMost) =>
        string.Create(CultureInfo.InvariantCulture, $"Wait until {check.Clause}, {atMost.TotalSeconds:0.###} s at most");

    public static string Probe(CheckPlan check) => $"Probe that {check.Clause}";

    public static string Clause(CheckPlan check) => check switch
    {
        HttpCheckPlan http => $"{http.Path} of {Whose(http)} answers {Or(http.Statuses)}{(http.BodyPattern is { } body ? $" with '{body}' in the body" : "")}",
        LogCheckPlan log => $"{Whose(log)} {(log.Service is null ? "has" : "have")} written '{log.Pattern}' {Times(log.AtLeast)}{Since(log.Since)}",
        ProviderCheckPlan provider => $"the provider got {Calls(provider)}{Since(provider.Since)}",
        CommandCheckPlan command => FormattableString.Invariant($"'{string.Join(' ', command.Command)}' ends with exit code {command.ExitCode}")
            + $"{(command.OutputPattern is { } output ? $" and '{output}' in its output" : "")} on {Whose(command)}",
        _ => throw new InvalidOperationException($"Check '{check.GetType().Name}' has no sentence."),
    };

    private static string Whose(TargetedCheckPlan check) => check.Instance ?? $"all servers of {check.Service}";

    private static string Calls(ProviderCheckPlan provider)
    {
        var calls = provider.AtLeast == 1 ? "1 call" : FormattableString.Invariant($"{provider.AtLeast} calls");
        return provider.Endpoint is { } endpoint ? $"{calls} of '{endpoint}'" : $"{calls} that no endpoint knows";
    }

    private static string Times(int count) => count == 1 ? "once" : FormattableString.Invariant($"{count} times");

    private static string Since(CheckSince since) => since switch
    {
        CheckSince.Step => " since the step began",
        CheckSince.Run => " since the run began",
    };

    private static string Or(ImmutableArray<int> statuses) => string.Join(" or ", statuses.Select(status => status.ToString(CultureInfo.InvariantCulture)));
}
