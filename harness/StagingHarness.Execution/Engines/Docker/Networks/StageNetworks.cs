using System.Collections.Immutable;
using Docker.DotNet;
using DotNet.Testcontainers.Builders;
using StagingHarness.Execution.Engines.Docker.Failures;

namespace StagingHarness.Execution.Engines.Docker.Networks;

/// <summary>The three networks of one stage.</summary>
internal sealed class StageNetworks(DockerSession session, string runId)
{
    private static readonly ImmutableArray<StageNetwork> All = [StageNetwork.Internal, StageNetwork.Edge, StageNetwork.Control];

    public string NameOf(StageNetwork network) => $"{runId}-{network.ToString().ToLowerInvariant()}";

    /// <exception cref="AddressesExhaustedException">The engine has no address range left.</exception>
    public Task CreateAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(All.Select(network => CreateAsync(network, cancellationToken)));

    /// <summary>Takes all of them away; each is tried, whatever becomes of the others.</summary>
    /// <returns>What could not be taken away, and why.</returns>
    public async Task<ImmutableArray<string>> RemoveAsync(CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll(All.Select(network => RemoveAsync(NameOf(network), cancellationToken)))).OfType<string>()];

    private async Task CreateAsync(StageNetwork network, CancellationToken cancellationToken)
    {
        var options = NetworkOptions.For(network, session.Endpoint.NewestApiVersion, session.Endpoint.IsPodman);
        var builder = new NetworkBuilder()
            .WithDockerEndpoint(session.Endpoint.Configuration)
            .WithName(NameOf(network))
            .WithLabel(session.Labels)
            .WithCleanUp(session.ReaperServes)
            .WithLogger(session.Logger)
            .WithCreateParameterModifier(parameters => parameters.Internal = network == StageNetwork.Internal);
        builder = options.Aggregate(builder, (made, option) => made.WithOption(option.Key, option.Value));
        try
        {
            await builder.Build().CreateAsync(cancellationToken);
        }
        catch (Exception exception) when (EngineTrouble.Is(exception))
        {
            throw DockerFailure.OfNetwork(NameOf(network), exception);
        }
    }

    private async Task<string?> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await session.Client.Networks.DeleteNetworkAsync(name, cancellationToken);
            return null;
        }
        catch (DockerNetworkNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (EngineTrouble.Is(exception) || exception is OperationCanceledException)
        {
            return $"Network '{name}' could not be removed: {EngineTrouble.Words(exception)} Remove it with 'stage clean'.";
        }
    }
}
