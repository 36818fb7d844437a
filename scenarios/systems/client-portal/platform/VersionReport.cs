namespace ClientPortal.Platform;

/// <summary>What '/version' answers: which release runs on which platform, since when.</summary>
internal sealed record VersionReport(
    string Release,
    string Platform,
    DateTimeOffset StartedAt,
    AuthLibraries AuthLibraries);
