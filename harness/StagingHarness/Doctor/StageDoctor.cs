using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.Execution.Engines.Docker.Images;
using StagingHarness.Execution.Engines.Docker.Sweeping;
using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Doctor;

/// <summary>Looks at this machine, and says what runs here and what to do about the rest. It changes nothing.</summary>
public static class StageDoctor
{
    /// <summary>Looks at everything.</summary>
    /// <param name="rootDirectory">The scenario root, below which run folders are made.</param>
    /// <param name="browser">Full path of the browser that a run would take; null when there is none.</param>
    /// <param name="timeProvider">Bounds the search for a Docker engine.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<DoctorReport> ExamineAsync(string rootDirectory, string? browser, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var facts = MachineReading.Read(rootDirectory, browser);
        try
        {
            var endpoint = await DockerEndpoint.FindAsync(timeProvider, cancellationToken);
            facts = facts with { Docker = await ReadAsync(endpoint, cancellationToken) };
        }
        catch (NoDockerEndpointException exception)
        {
            facts = facts with { DockerProblem = $"No Docker engine answers. Tried:\n    {string.Join("\n    ", exception.Tried)}", DockerFix = exception.Fix };
        }
        catch (EnvironmentException exception)
        {
            facts = facts with { DockerProblem = exception.Message };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException)
        {
            facts = facts with { DockerProblem = $"The Docker engine answered, and then no more: {exception.Message}" };
        }

        return DoctorChecks.Of(facts);
    }

    private static async Task<DockerFacts> ReadAsync(DockerEndpoint endpoint, CancellationToken cancellationToken)
    {
        var images = ImageSettings.From(Environment.GetEnvironmentVariable);
        var reaper = ReaperImage.Choose();
        var stale = await DockerSweep.FindAsync(endpoint, cancellationToken);
        return new DockerFacts
        {
            Address = endpoint.Address.OriginalString,
            Source = endpoint.Source,
            Engine = endpoint.Engine,
            ApiVersion = endpoint.ApiVersion,
            NewestApiVersion = endpoint.NewestApiVersion,
            IsRootless = endpoint.IsRootless,
            Architecture = endpoint.Architecture,
            StorageDriver = endpoint.StorageDriver,
            StorageFolder = endpoint.StorageFolder,
            StorageFreeBytes = Directory.Exists(endpoint.StorageFolder) ? MachineReading.FreeBytes(endpoint.StorageFolder) : null,
            MemoryBytes = endpoint.MemoryBytes,
            BaseImage = await FindAsync(images.BaseImage, endpoint, cancellationToken),
            DebianImage = await FindAsync(images.DebianImage, endpoint, cancellationToken),
            ReaperImage = reaper,
            HasReaperImage = reaper is not null && await endpoint.HasImageAsync(reaper, cancellationToken),
            StaleObjects = stale.Removed,
            ListingProblems = stale.Left,
        };
    }

    private static async Task<ImageFact> FindAsync(ImageSetting setting, DockerEndpoint endpoint, CancellationToken cancellationToken)
    {
        foreach (var name in setting.Candidates)
        {
            if (await endpoint.HasImageAsync(name, cancellationToken))
            {
                return new ImageFact(setting, name);
            }
        }

        return new ImageFact(setting, Present: null);
    }
}
