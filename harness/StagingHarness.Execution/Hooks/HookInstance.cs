namespace StagingHarness.Execution.Hooks;

/// <summary>An instance that a hook finds.</summary>
/// <param name="Name">Its name on the stage, such as <c>portal-1</c>.</param>
/// <param name="Service">The service that it is one of.</param>
/// <param name="Release">As it attested.</param>
/// <param name="Platform">As it attested.</param>
/// <param name="StageAddress">Where other members of the stage reach it.</param>
public sealed record HookInstance(string Name, string Service, string Release, string Platform, Uri StageAddress);
