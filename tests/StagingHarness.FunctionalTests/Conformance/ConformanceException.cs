namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>A check cannot go on: what it needs of the provider is not there.</summary>
internal sealed class ConformanceException(string message) : Exception(message);
