using System.Collections.Immutable;
using System.Security.Cryptography;
using StagingHarness.Execution.Engines.Docker.Sweeping;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>
/// Puts files of a service upon its image, as a layer: a container whose file system is read-only takes no copies, and an engine
/// elsewhere sees no folder of this machine.
/// </summary>
internal sealed class FileLayer(ImageStore store, string scenarioRoot)
{
    /// <returns>Id or tag of the image with the files; the image itself when there are none.</returns>
    public async Task<string> AddAsync(string image, ImmutableArray<InstanceFile> files, CancellationToken cancellationToken)
    {
        if (files.IsEmpty)
        {
            return image;
        }

        var sources = files.ToImmutableSortedDictionary(
            file => file.Name, file => Path.GetFullPath(file.Source, scenarioRoot), StringComparer.Ordinal);
        var foundation = await store.NameAsync(image, cancellationToken);
        var text = DockerfileText.ForFiles(foundation.Reference, files.Select(file => (file.Name, file.At)));
        var digests = sources.Values.Select(source => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(source))));
        var recipe = new ImageRecipe
        {
            Subject = $"files upon {foundation.Reference}",
            Tag = ImageTag.Create("files", [foundation.Id, text, .. digests]),
            Files = sources,
            Dockerfile = new DockerfileSource.Text(text),
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add(DockerLabels.Image, $"files upon {foundation.Reference}").Add(ImageLabels.Foundation, foundation.Id),
        };
        return (await store.MakeAsync(recipe, cancellationToken)).Image.ID;
    }
}
