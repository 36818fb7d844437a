using System.Text.RegularExpressions;

namespace StagingHarness.Analysis.Causes;

/// <summary>Finds exceptions in log lines: indented below a header, behind an inner-exception arrow, or all on one line.</summary>
internal static partial class ErrorReader
{
    [GeneratedRegex(
        @"(?:^|\s)(?<type>(?:[A-Za-z_][\w`]*\.)+[A-Za-z_]\w*Exception)(?: \(0x[0-9A-Fa-f]+\))?: (?<message>.+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Thrown { get; }

    /// <summary>What follows the message when a formatter puts everything on one line.</summary>
    [GeneratedRegex(@"(?:\s+File name: '|\s+at [\w.`<>\[\]]+\(|\s+--->).*$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail { get; }

    /// <summary>Identities of requests, connections and objects: what makes two occurrences of one exception look different.</summary>
    [GeneratedRegex(
        @"\b(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|0H[0-9A-Z]{11}(?::[0-9A-F]{8})?|\d{5,})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Identity { get; }

    /// <summary>The rest of an assembly's display name, which nobody needs to find the library.</summary>
    [GeneratedRegex(@", Culture=[\w-]+, PublicKeyToken=\w+", RegexOptions.CultureInvariant)]
    private static partial Regex StrongName { get; }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space { get; }

    /// <summary>The exception that a line shows; null when it shows none.</summary>
    public static LoggedError? Read(string line)
    {
        if (!line.Contains("Exception", StringComparison.Ordinal)
            || line.TrimStart().StartsWith("at ", StringComparison.Ordinal)
            || Thrown.Match(line) is not { Success: true } thrown)
        {
            return null;
        }

        var message = Tail.Replace(thrown.Groups["message"].Value, "");
        message = Space.Replace(Identity.Replace(StrongName.Replace(message, ""), "..."), " ").Trim();
        return new LoggedError(thrown.Groups["type"].Value, message);
    }
}
