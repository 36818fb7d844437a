namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>A mistake that an author makes in the fixture, and the finding that must tell of it.</summary>
internal sealed record Mistake(string Code, string What, Action<ScenarioFixture> Make, params string[] Overrides);
