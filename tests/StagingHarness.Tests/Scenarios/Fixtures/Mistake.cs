using System.Collections.Immutable;
using StagingHarness.Scenarios;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>A mistake that an author makes in the fixture, and the finding that must tell of it.</summary>
internal sealed record Mistake(string Code, string What, Action<ScenarioFixture> Make, params string[] Overrides)
{
    /// <summary>Values of variables, each as <c>name=value</c>.</summary>
    public ImmutableArray<string> Variables { get; init; } = [];

    /// <summary>Files laid over the scenario, relative to the fixture's root.</summary>
    public ImmutableArray<string> OverrideFiles { get; init; } = [];

    /// <summary>Environment variables, each as <c>NAME=VALUE</c>.</summary>
    public ImmutableArray<string> Environment { get; init; } = [];

    public ScenarioInputs Inputs(ScenarioFixture fixture) => new()
    {
        Overrides = [.. Overrides],
        OverrideFiles = [.. OverrideFiles.Select(fixture.PathOf)],
        Variables = Variables,
        Environment = name => Environment.Select(entry => entry.Split('=', 2)).FirstOrDefault(entry => entry[0] == name)?[1],
    };
}
