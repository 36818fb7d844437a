namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>An address at which an engine may answer.</summary>
/// <param name="Address">Such as <c>unix:///var/run/docker.sock</c>.</param>
/// <param name="Source">What names it, as it stands in messages: <c>variable DOCKER_HOST</c>.</param>
/// <param name="IsExplicit">Somebody chose it: if it does not answer, no other engine is taken in its place.</param>
internal sealed record EndpointCandidate(Uri Address, string Source, bool IsExplicit)
{
    /// <summary>It is asked under TLS, with the certificates that the environment names.</summary>
    public bool IsTls { get; init; }

    public bool IsSocketFile => Address.Scheme == "unix";

    /// <summary>Its engine runs on another machine, where ports that it publishes on its loopback cannot be reached from here.</summary>
    public bool IsRemote => Address.Scheme is "tcp" or "http" or "https" && !Address.IsLoopback;
}
