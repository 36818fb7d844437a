namespace AccountSite;

/// <summary>What '/version' answers.</summary>
internal sealed record VersionReport(string Release, IReadOnlyDictionary<string, string> AuthLibraries);
