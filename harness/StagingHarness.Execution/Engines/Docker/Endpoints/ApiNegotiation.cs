namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>
/// Chooses the version of the API that is spoken with an engine: the one that Testcontainers is made for where the engine
/// speaks it, else the engine's version that is nearest to it.
/// </summary>
internal static class ApiNegotiation
{
    /// <summary>First version in which all that the harness asks of an engine is there (Docker 19.03).</summary>
    public static readonly Version Oldest = new(1, 40);

    /// <summary>What Testcontainers speaks when nothing is negotiated (Docker 25 to 29 know it).</summary>
    public static readonly Version Preferred = new(1, 44);

    /// <summary>Last version whose objects the client library describes.</summary>
    public static readonly Version Newest = new(1, 52);

    /// <param name="address">Of the engine, for messages.</param>
    /// <param name="engine">What it says of itself.</param>
    /// <param name="chosen">Version that the user chose (<c>DOCKER_API_VERSION</c>), which wins; null when none was.</param>
    /// <exception cref="DockerVersionException">There is no version that both speak.</exception>
    public static Version Choose(string address, EngineVersion engine, Version? chosen)
    {
        var speaks = $"versions {engine.OldestApi} to {engine.NewestApi}";
        if (chosen is not null)
        {
            return chosen >= engine.OldestApi && chosen <= engine.NewestApi
                ? chosen
                : throw new DockerVersionException(
                    address, engine.Name, speaks, $"was told to speak {chosen} (DOCKER_API_VERSION)", "Remove that setting: the version is negotiated without it.");
        }

        if (engine.NewestApi < Oldest)
        {
            throw new DockerVersionException(
                address, engine.Name, speaks, $"needs {Oldest} or newer", "Install Docker 19.03 or newer, or let DOCKER_HOST name another engine.");
        }

        if (engine.OldestApi > Newest)
        {
            throw new DockerVersionException(
                address, engine.Name, speaks, $"knows none newer than {Newest}", "Install a newer version of the harness, or let DOCKER_HOST name an older engine.");
        }

        return Preferred > engine.NewestApi ? engine.NewestApi
            : Preferred < engine.OldestApi ? engine.OldestApi
            : Preferred;
    }
}
