using System.Text.RegularExpressions;

namespace StagingHarness.Analysis.Causes;

/// <summary>Finds exceptions in log lines: indented below a header, behind an inner-exception arrow, or all on one line.</summary>
internal static class ErrorReader
{
    private static readonly Regex Thrown = new(
        @"(?:^|\s)(?<type>(?:[A-Za-z_][\w`]*\.)+[A-Za-z_]\w*Exception)(?: \(0x[0-9A-Fa-f]+\))?: (?<message>.+)$",
        RegexOptions.CultureInvariant);

    /// <summary>What follows the message when a formatter puts everything on one line.</summary>
    private static readonly Regex Tail = new(@"(?:\s+File name: '|\s+at [\w.`<>\[\]]+\(|\s+--->).*$", RegexOptions.CultureInvariant);

    /// <summary>Identities of requests, connections and objects: what makes two occurrences of one exception look different.</summary>
    private static readonly Regex Identity = new(
        @"\b(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|0H[0-9A-Z]{11}(?::[0-9A-F]{8})?|\d{5,})\b", RegexOptions.CultureInvariant);

    /// <summary>The rest of an assembly's display name, which nobody needs to find the library.</summary>
    private static readonly Regex StrongName = new(@", Culture=[\w-]+, PublicKeyToken=\w+", RegexOptions.CultureInvariant);

    private static readonly Regex Space = new(@"\s+", RegexOptions.CultureInvariant);

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
