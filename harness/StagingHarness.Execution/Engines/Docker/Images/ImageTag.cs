using System.Security.Cryptography;
using System.Text;

namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>Names images by what is in them: an unchanged content has its image already.</summary>
internal static class ImageTag
{
    private const int KeyLength = 24;

    /// <param name="subject">What it is, such as <c>portal/platform/1</c>; becomes a readable part of the name.</param>
    /// <param name="content">All that goes into the image, in a fixed order.</param>
    public static string Create(string subject, params IEnumerable<string> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in content)
        {
            // The length before each part: two lists of parts never read as the same text.
            hash.AppendData(Encoding.UTF8.GetBytes($"{part.Length}:{part};"));
        }

        return $"staging-harness/{Name(subject)}:{Convert.ToHexStringLower(hash.GetHashAndReset())[..KeyLength]}";
    }

    private static string Name(string subject)
    {
        var name = string.Concat(subject.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        var parts = name.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? "image" : string.Join('-', parts);
    }
}
