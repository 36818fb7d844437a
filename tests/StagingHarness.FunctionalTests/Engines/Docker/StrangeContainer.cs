namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>A container of somebody else's: it runs, and has no label of ours.</summary>
internal sealed class StrangeContainer : IAsyncDisposable
{
    private readonly string _id;

    private StrangeContainer(string id) => _id = id;

    public static async Task<StrangeContainer> StartAsync(PauseImage image) =>
        new(await DockerCommand.RunAsync("run", "--detach", "--network", "none", image.Name));

    public async Task<bool> IsRunningAsync() =>
        await DockerCommand.RunAsync("ps", "--quiet", "--no-trunc", "--filter", $"id={_id}") == _id;

    public async ValueTask DisposeAsync() => await DockerCommand.RunAsync("rm", "--force", _id);
}
