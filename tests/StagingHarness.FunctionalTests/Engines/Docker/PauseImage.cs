using System.Formats.Tar;
using System.Runtime.InteropServices;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>An image of a few hundred bytes whose one program waits for ever: containers of it start anywhere, without a registry.</summary>
internal sealed class PauseImage : IAsyncDisposable
{
    private const ulong LoadAddress = 0x400000;
    private const int HeaderLength = 64 + 56;

    // pause() in a loop.
    private static readonly byte[] IntelCode = [0x6A, 0x22, 0x58, 0x0F, 0x05, 0xEB, 0xF9];

    // ppoll(NULL, 0, NULL, NULL, 0) in a loop.
    private static readonly uint[] ArmCode = [0xD2800928, 0xD2800000, 0xD2800001, 0xD2800002, 0xD2800003, 0xD2800004, 0xD4000001, 0x17FFFFF9];

    private readonly DockerClient _client;

    private PauseImage(DockerClient client, string name)
    {
        _client = client;
        Name = name;
    }

    /// <summary>With its tag.</summary>
    public string Name { get; }

    /// <param name="client">Stays the caller's.</param>
    /// <param name="tag">Nobody else's.</param>
    /// <param name="labels">Of the image, such as <c>a=b</c>.</param>
    public static async Task<PauseImage> ImportAsync(DockerClient client, string tag, params string[] labels)
    {
        using var layer = new MemoryStream();
        await using (var tar = new TarWriter(layer, leaveOpen: true))
        {
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "pause")
            {
                Mode = UnixFileMode.UserRead | UnixFileMode.UserExecute,
                DataStream = new MemoryStream(Program()),
            });
        }

        layer.Position = 0;
        await client.Images.CreateImageAsync(
            new ImagesCreateParameters
            {
                FromSrc = "-",
                Repo = "staging-harness/test-pause",
                Tag = tag,
                Changes = ["CMD [\"/pause\"]", .. labels.Select(label => $"LABEL {label}")],
            },
            layer,
            null,
            new Progress<JSONMessage>());
        return new PauseImage(client, $"staging-harness/test-pause:{tag}");
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _client.Images.DeleteImageAsync(Name, new ImageDeleteParameters { Force = true });
        }
        catch (DockerApiException)
        {
            // The test has removed it.
        }
    }

    // The smallest file that Linux starts: a header, one segment, and the code.
    private static byte[] Program()
    {
        var isArm = RuntimeInformation.OSArchitecture == Architecture.Arm64;
        var code = isArm ? ArmCode.SelectMany(BitConverter.GetBytes).ToArray() : IntelCode;
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        writer.Write((ushort)2);
        writer.Write((ushort)(isArm ? 183 : 62));
        writer.Write(1u);
        writer.Write(LoadAddress + HeaderLength);
        writer.Write(64ul);
        writer.Write(0ul);
        writer.Write(0u);
        writer.Write([64, 0, 56, 0, 1, 0, 64, 0, 0, 0, 0, 0]);
        writer.Write(1u);
        writer.Write(5u);
        writer.Write(0ul);
        writer.Write(LoadAddress);
        writer.Write(LoadAddress);
        writer.Write((ulong)(HeaderLength + code.Length));
        writer.Write((ulong)(HeaderLength + code.Length));
        writer.Write(0x1000ul);
        writer.Write(code);
        return stream.ToArray();
    }
}
