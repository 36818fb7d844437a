using System.Collections.Immutable;

namespace StagingHarness.Generator.Sending;

/// <summary>Makes credentials that look like valid ones and are none: the end of a signature or key is turned round.</summary>
internal static class WrongCredentials
{
    private const int Turned = 16;

    public static ImmutableSortedDictionary<string, string> Of(ImmutableSortedDictionary<string, string> headers) =>
        headers.ToImmutableSortedDictionary(header => header.Key, header => Of(header.Value), headers.KeyComparer);

    private static string Of(string value)
    {
        // 'Bearer' before a token stays.
        var begin = Math.Max(value.LastIndexOf(' ') + 1, value.Length - Turned);
        var end = value[begin..].ToCharArray();
        Array.Reverse(end);
        var changed = value[..begin] + new string(end);
        return changed == value ? value + "x" : changed;
    }
}
