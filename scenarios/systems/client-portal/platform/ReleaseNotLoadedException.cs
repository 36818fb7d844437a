namespace ClientPortal.Platform;

/// <summary>The server has no release that it could run; the message says why and what to do.</summary>
internal sealed class ReleaseNotLoadedException(string message, Exception? cause = null) : Exception(message, cause);
