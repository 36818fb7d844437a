using System.Text.RegularExpressions;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>The page on the language, and the files that stand on it as examples.</summary>
internal static class LanguagePage
{
    public static string Text => File.ReadAllText(Path.Combine(Checkout.Root, "scenarios", "README.md"));

    /// <summary>Blocks of YAML, each with the file name that stands in the text before it.</summary>
    public static IReadOnlyList<(string File, string Text)> Files =>
    [
        .. Regex.Matches(Text, "`([a-z-]+\\.(?:scenario|system)\\.yaml)`[^`]*\n\n```yaml\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(block => (block.Groups[1].Value, block.Groups[2].Value)),
    ];

    /// <summary>Makes a scenario root of them, with everything that they name.</summary>
    public static void WriteTo(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, ".git"));
        foreach (var (file, text) in Files)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
            foreach (Match recorded in Regex.Matches(text, @"file: ([\w-]+\.har)"))
            {
                File.WriteAllText(
                    Path.Combine(folder, recorded.Groups[1].Value),
                    """
                    {"log":{"entries":[
                    {"startedDateTime":"2023-05-13T13:55:36Z","request":{"method":"GET","url":"https://shop.example/api/account"},"response":{"status":200}},
                    {"startedDateTime":"2023-05-13T13:55:37Z","request":{"method":"GET","url":"https://cdn.example/shop.js"},"response":{"status":200}}
                    ]}}
                    """);
            }

            foreach (Match mapping in Regex.Matches(text, @"mappings: \[?([\w./-]+\.json)"))
            {
                var path = Path.Combine(folder, mapping.Groups[1].Value);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, """{"Title":"rates","Request":{"Path":"/rates"},"Response":{"StatusCode":200}}""");
            }

            foreach (Match named in Regex.Matches(text, @"(?:project|dockerfile|source): ([\w./-]+/[\w./-]+)"))
            {
                var path = Path.Combine(folder, named.Groups[1].Value);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, "");
            }
        }
    }
}
