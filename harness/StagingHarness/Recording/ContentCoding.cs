using System.IO.Compression;

namespace StagingHarness.Recording;

/// <summary>Takes compression off a body: what is compressed shows no secret, and has it all the same.</summary>
internal static class ContentCoding
{
    /// <summary>Null where it cannot be read, or would be longer than that.</summary>
    public static byte[]? Decode(byte[] body, string? coding, int mostBytes)
    {
        foreach (var one in (coding ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (body.Length > 0 && DecodeOne(body, one.ToLowerInvariant(), mostBytes) is var decoded)
            {
                if (decoded is null)
                {
                    return null;
                }

                body = decoded;
            }
        }

        return body;
    }

    private static byte[]? DecodeOne(byte[] body, string coding, int mostBytes)
    {
        if (coding == "identity")
        {
            return body;
        }

        try
        {
            using var packed = new MemoryStream(body);
            using Stream? plain = coding switch
            {
                "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
                "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
                "br" => new BrotliStream(packed, CompressionMode.Decompress),
                _ => null,
            };
            return plain is null ? null : ReadAll(plain, mostBytes);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[]? ReadAll(Stream plain, int mostBytes)
    {
        using var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (plain.Read(buffer) is > 0 and var read)
        {
            all.Write(buffer, 0, read);
            if (all.Length > mostBytes)
            {
                return null;
            }
        }

        return all.ToArray();
    }
}
