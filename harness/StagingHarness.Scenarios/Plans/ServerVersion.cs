namespace StagingHarness.Scenarios.Plans;

/// <summary>The two version axes of a service: the code that ships, and the server version that it runs on.</summary>
public sealed record ServerVersion(string Release, string Platform)
{
    public override string ToString() => $"release {Release} on platform {Platform}";
}
