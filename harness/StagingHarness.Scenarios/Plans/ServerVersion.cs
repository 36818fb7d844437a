namespace StagingHarness.Scenarios.Plans;

/// <summary>The two version axes of a service: the code that ships, and the server version that it runs on.</summary>
/// <param name="Release">Name of the release.</param>
/// <param name="Platform">Name of the platform; <see cref="NoPlatform"/> for a service that has none.</param>
public sealed record ServerVersion(string Release, string Platform)
{
    /// <summary>Stands for the platform of a service whose releases bring their own, such as an image.</summary>
    public const string NoPlatform = "none";

    public override string ToString() => Platform == NoPlatform ? $"release {Release}" : $"release {Release} on platform {Platform}";
}
