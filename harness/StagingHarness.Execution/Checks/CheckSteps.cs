using System.Globalization;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Checks;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Checks;

/// <summary>Carries out the steps that ask the stage for something: once, or until it holds.</summary>
internal sealed class CheckSteps(Stage stage, IProbe probe, RunClock clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <returns>The receipt: how often it was asked, and the answer.</returns>
    /// <exception cref="CheckNotMetException">It did not hold in time.</exception>
    public async Task<string> WaitAsync(WaitStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var check = Of(step.Check);
        await check.BeginAsync(cancellationToken);
        var giveUp = clock.Elapsed + step.AtMost;
        var asked = 0;
        while (true)
        {
            var answer = await AskAsync(check, TimeFor(step.Check, giveUp - clock.Elapsed), scope, cancellationToken);
            asked++;
            if (!answer.IsMet && clock.Elapsed + Look < giveUp)
            {
                await clock.WaitAsync(Look, cancellationToken);
                continue;
            }

            Tell(step.Check, asked, answer, scope);
            return answer.IsMet
                ? string.Create(CultureInfo.InvariantCulture, $"{answer.What}, asked {Times(asked)}")
                : throw new CheckNotMetException(
                    string.Create(CultureInfo.InvariantCulture, $"It was waited {step.AtMost.TotalSeconds:0.###} s until {step.Check.Clause}, ")
                    + $"and that did not come. It was asked {Times(asked)}; the last answer was: {answer.What}.");
        }
    }

    /// <returns>The receipt: the answer.</returns>
    /// <exception cref="CheckNotMetException">It does not hold.</exception>
    public async Task<string> ProbeAsync(ProbeStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var check = Of(step.Check);
        await check.BeginAsync(cancellationToken);
        var answer = await AskAsync(check, step.Check.Timeout, scope, cancellationToken);
        Tell(step.Check, 1, answer, scope);
        return answer.IsMet
            ? answer.What
            : throw new CheckNotMetException($"It was asked whether {step.Check.Clause}, and that does not hold: {answer.What}.");
    }

    private static async Task<CheckAnswer> AskAsync(ICheck check, TimeSpan within, StepScope scope, CancellationToken cancellationToken)
    {
        var answer = await check.AskAsync(within, cancellationToken);
        scope.Observe(answer.What);
        return answer;
    }

    private static void Tell(CheckPlan check, int asked, CheckAnswer answer, StepScope scope) => scope.Append(
        new CheckAsked { Check = check.Clause, Asked = asked, IsMet = answer.IsMet, LastAnswer = answer.What });

    private static string Times(int asked) => asked == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{asked} times");

    /// <summary>What is left, and never so little that nothing could answer: a wait may last longer than it was asked to.</summary>
    private static TimeSpan TimeFor(CheckPlan check, TimeSpan left) => left < Look ? Look : left < check.Timeout ? left : check.Timeout;

    private ICheck Of(CheckPlan check) => check switch
    {
        HttpCheckPlan http => new HttpCheck(http, new CheckTargets(stage, http), probe),
        LogCheckPlan log => new LogCheck(log, new CheckTargets(stage, log)),
        ProviderCheckPlan provider => new ProviderCheck(provider, stage),
        CommandCheckPlan command => new CommandCheck(command, new CheckTargets(stage, command), clock),
        _ => throw new InvalidOperationException($"Check '{check.GetType().Name}' is of a kind that nothing asks."),
    };
}
