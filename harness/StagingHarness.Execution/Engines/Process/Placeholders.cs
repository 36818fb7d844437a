using System.Collections.Immutable;
using System.Globalization;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>Fills in what only the engine knows: where instances listen, what they have of their own, where a placed version lies.</summary>
internal sealed class Placeholders
{
    private readonly ImmutableArray<(string Placeholder, string Value)> _values;

    /// <param name="listeners">Address of each listener.</param>
    /// <param name="own">What the instance has of its own.</param>
    /// <param name="folder">Folder of the placed version; null for the harness's own programs.</param>
    public Placeholders(ImmutableSortedDictionary<string, Uri> listeners, InstanceFolder own, PlacementFolder? folder)
    {
        var values = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var (name, address) in listeners)
        {
            // What is bound is an address; whether it is secured, a program is told by other means.
            values.Add(($"{{listen.{name}}}", $"http://{address.Authority}"));
            values.Add(($"{{stage.{name}}}", address.GetLeftPart(UriPartial.Authority)));
            values.Add(($"{{listen.{name}.host}}", address.Host));
            values.Add(($"{{listen.{name}.port}}", address.Port.ToString(CultureInfo.InvariantCulture)));
        }

        values.Add(("{work}", own.Work));
        values.AddRange(own.Files.Select(file => ($"{{files.{file.Key}}}", file.Value)));
        values.AddRange(own.Texts.Select(text => ($"{{stage.{text.Key}}}", text.Value)));
        if (folder is not null)
        {
            values.Add(("{release.path}", folder.Release));
            values.Add(("{platform.path}", folder.Platform));
        }

        _values = values.ToImmutable();
    }

    /// <summary>The text with all placeholders of this instance filled in; other braces stay as they are.</summary>
    public string Fill(string text) =>
        _values.Aggregate(text, (filled, entry) => filled.Replace(entry.Placeholder, entry.Value, StringComparison.Ordinal));
}
