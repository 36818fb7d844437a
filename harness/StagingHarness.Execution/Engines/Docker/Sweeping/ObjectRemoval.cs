using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;
using StagingHarness.Execution.Engines.Docker.Failures;

namespace StagingHarness.Execution.Engines.Docker.Sweeping;

/// <summary>Removes one object, beside others who may be doing the same.</summary>
internal sealed class ObjectRemoval(IDockerClient client)
{
    public async Task<RemovalResult> RemoveAsync(LabelledObject target, CancellationToken cancellationToken)
    {
        try
        {
            await (target.Kind switch
            {
                ObjectKind.Container => client.Containers.RemoveContainerAsync(
                    target.Id, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, cancellationToken),
                ObjectKind.Network => client.Networks.DeleteNetworkAsync(target.Id, cancellationToken),
                ObjectKind.Volume => client.Volumes.RemoveAsync(target.Id, force: false, cancellationToken),
            });
            return RemovalResult.Removed;
        }
        catch (DockerApiException exception)
        {
            return Read(exception.StatusCode, exception.ResponseBody);
        }
    }

    internal static RemovalResult Read(HttpStatusCode status, string? body)
    {
        var words = EngineWords.Of(body);
        var isUnderWay = status == HttpStatusCode.NotFound
            || (status == HttpStatusCode.Conflict && words.Contains("already in progress", StringComparison.Ordinal));
        return isUnderWay ? RemovalResult.BySomebodyElse : new RemovalResult(IsRemoved: false, words.Length > 0 ? words : $"HTTP {(int)status}");
    }
}
