using System.Net;

namespace StagingHarness.Execution.Dialing;

/// <summary>Where a relay is published, and what lets the run in.</summary>
internal sealed record RelayAccess(IPEndPoint Relay, string Token)
{
    public override string ToString() => $"relay at {Relay}";
}
