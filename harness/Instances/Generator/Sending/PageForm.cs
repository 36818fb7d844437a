using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;

namespace StagingHarness.Generator.Sending;

/// <summary>A form that a page shows, as a browser reads it: where it leads, and what is sent along though nobody has filled it in.</summary>
/// <param name="Address">Absolute; the page's own where the form names none.</param>
/// <param name="Method">In capitals.</param>
/// <param name="Fields">In the order of the page.</param>
internal sealed partial record PageForm(Uri Address, string Method, ImmutableArray<(string Name, string Value)> Fields)
{
    /// <summary>Fields that carry nothing by themselves: a browser sends them when they were clicked on or chosen.</summary>
    private static readonly string[] Unsent = ["submit", "button", "reset", "image", "file", "checkbox", "radio"];

    public static IEnumerable<PageForm> In(string page, Uri address) => Form().Matches(Comment().Replace(page, "")).Select(form => Read(form, address));

    /// <summary>With what was filled in; null where the page has no such field.</summary>
    public PageForm? With(IEnumerable<KeyValuePair<string, string>> filled)
    {
        var values = filled.ToDictionary(StringComparer.Ordinal);
        return values.Keys.All(name => Fields.Any(field => field.Name == name))
            ? this with { Fields = [.. Fields.Select(field => (field.Name, values.GetValueOrDefault(field.Name, field.Value)))] }
            : null;
    }

    private static PageForm Read(Match form, Uri address)
    {
        var attributes = Attributes(form.Groups["attributes"].Value);
        return new PageForm(
            attributes.TryGetValue("action", out var action) && action.Length > 0 && Uri.TryCreate(address, action, out var target) ? target : address,
            attributes.GetValueOrDefault("method", "GET").ToUpperInvariant(),
            [
                .. Input().Matches(form.Groups["content"].Value)
                    .Select(input => Attributes(input.Groups["attributes"].Value))
                    .Where(input => input.ContainsKey("name") && !Unsent.Contains(input.GetValueOrDefault("type", "text"), StringComparer.OrdinalIgnoreCase))
                    .Select(input => (input["name"], input.GetValueOrDefault("value", ""))),
            ]);
    }

    /// <summary>The first of a name counts, as in HTML.</summary>
    private static Dictionary<string, string> Attributes(string tag)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match attribute in Attribute().Matches(tag))
        {
            attributes.TryAdd(attribute.Groups["name"].Value, WebUtility.HtmlDecode(attribute.Groups["value"].Value));
        }

        return attributes;
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""<form\b(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>(?<content>.*?)</form\s*>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex("""<input\b(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>""", RegexOptions.IgnoreCase)]
    private static partial Regex Input();

    [GeneratedRegex("""(?<name>[^\s"'>/=]+)(?:\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'=<>`]+)))?""")]
    private static partial Regex Attribute();
}
