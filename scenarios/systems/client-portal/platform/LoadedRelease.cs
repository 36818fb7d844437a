using ClientPortal.Contract;

namespace ClientPortal.Platform;

/// <summary>A release that was loaded, and the version that its assembly states.</summary>
internal sealed record LoadedRelease(IRelease Release, string Version);
