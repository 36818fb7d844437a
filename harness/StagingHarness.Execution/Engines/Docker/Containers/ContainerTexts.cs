using System.Collections.Immutable;
using System.Formats.Tar;
using System.Text;
using Docker.DotNet.Models;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>Puts texts of the run into a container that has not started yet.</summary>
internal sealed class ContainerTexts(DockerSession session, ImmutableArray<InstanceText> texts)
{
    private const UnixFileMode ReadByAll = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public async Task PutAsync(string containerId, CancellationToken cancellationToken)
    {
        if (texts.IsEmpty)
        {
            return;
        }

        using var archive = Pack();
        await session.Client.Containers.ExtractArchiveToContainerAsync(
            containerId, new CopyToContainerParameters { Path = StagePaths.Texts }, archive, cancellationToken);
    }

    private MemoryStream Pack()
    {
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var text in texts)
            {
                using var content = new MemoryStream(Encoding.UTF8.GetBytes(text.Content));
                writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, text.FileName)
                {
                    Mode = ReadByAll,
                    ModificationTime = DateTimeOffset.UnixEpoch,
                    DataStream = content,
                });
            }
        }

        archive.Position = 0;
        return archive;
    }
}
