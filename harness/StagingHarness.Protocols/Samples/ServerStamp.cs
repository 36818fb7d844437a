namespace StagingHarness.Protocols.Samples;

/// <summary>What the gateway stamps on an answer: which server gave it, and the version that it attested.</summary>
public sealed record ServerStamp(string Instance, string Release, string Platform);
