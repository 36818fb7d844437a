namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>What every provider does, whoever wrote it.</summary>
internal static class ConformanceChecks
{
    public static IReadOnlyList<ConformanceCheck> All { get; } = [.. DiscoveryChecks.All, .. SignInChecks.All, .. TokenChecks.All, .. FactChecks.All, .. AssertionChecks.All, .. DeviceChecks.All, .. DpopChecks.All, .. CertificateChecks.All];

    public static ConformanceCheck Named(string name) => All.Single(check => check.Name == name);
}
