namespace ClientPortal.Platform;

/// <summary>Assembly versions by name: beside the platform, and in the process.</summary>
internal sealed record AuthLibraries(
    IReadOnlyDictionary<string, string> Carried,
    IReadOnlyDictionary<string, string> Loaded);
