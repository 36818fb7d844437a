using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.Reporting.Terminal;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Reporting.Terminal;

public sealed class AlertProgressTests
{
    [Test]
    public void Changes_of_rules_are_told_and_readings_are_not()
    {
        var printer = new ProgressPrinter(IncidentPlans.Replay());

        printer.Print(Change(AlertState.Quiet, AlertState.Pending)).Should().EndWith("alert 'errors' is pending: 44 % in 100 answers");
        printer.Print(Change(AlertState.Pending, AlertState.Firing)).Should().EndWith("alert 'errors' FIRES: 44 % in 100 answers");
        printer.Print(Change(AlertState.Firing, AlertState.Quiet)).Should().EndWith("alert 'errors' is resolved: 44 % in 100 answers");
        printer.Print(Change(AlertState.Quiet, AlertState.Blind)).Should().EndWith("alert 'errors' sees too little: 44 % in 100 answers");
        printer.Print(Change(AlertState.Blind, AlertState.Quiet)).Should().BeNull();
        printer.Print(new AlertWatchBegan { Every = TimeSpan.FromSeconds(1), Origin = TimeSpan.Zero }).Should().BeNull();
        printer.Print(new AlertWatchEnded { Evaluations = 1_200, Until = TimeSpan.FromSeconds(1) }).Should().EndWith("alert rules were evaluated 1,200 times");
        printer.Print(new UsageObserved
        {
            Instance = "portal-1",
            Generation = 1,
            ProcessorTime = TimeSpan.Zero,
            MemoryBytes = 1,
            MemoryLimitBytes = 2,
        }).Should().BeNull();
    }

    private static AlertChanged Change(AlertState from, AlertState to) => new()
    {
        Rule = "errors",
        From = from,
        To = to,
        Evaluated = TimeSpan.FromSeconds(1),
        Reading = "44 % in 100 answers",
        Samples = 100,
        Needed = 20,
    };
}
