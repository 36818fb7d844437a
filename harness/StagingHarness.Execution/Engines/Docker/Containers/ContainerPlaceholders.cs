using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>Fills in what only the engine knows: where a container listens, under which names others find it, and where things lie in it.</summary>
internal sealed class ContainerPlaceholders
{
    private const string Anywhere = "0.0.0.0";

    private readonly ImmutableArray<(string Placeholder, string Value)> _values;

    public ContainerPlaceholders(InstanceOrder order, string host, InstanceAddresses addresses)
    {
        var values = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var listener in order.Listeners)
        {
            var port = InstanceAddresses.PortOf(order, listener.Reach).ToString(CultureInfo.InvariantCulture);

            // A control listener is bound to its own network alone: the name leads to the container's address there.
            var bind = listener.Reach == ListenerReach.Control ? InstanceAddresses.ControlHostOf(host) : Anywhere;
            values.Add(($"{{listen.{listener.Name}}}", $"http://{bind}:{port}"));
            values.Add(($"{{listen.{listener.Name}.host}}", bind));
            values.Add(($"{{listen.{listener.Name}.port}}", port));
            values.Add(($"{{stage.{listener.Name}}}", addresses.Of(listener.Name).GetLeftPart(UriPartial.Authority)));
        }

        values.Add(("{work}", StagePaths.Work));
        values.Add(("{release.path}", StagePaths.Release));
        values.Add(("{platform.path}", StagePaths.Platform));
        values.AddRange(order.Files.Select(file => ($"{{files.{file.Name}}}", file.At)));
        values.AddRange(order.Texts.Select(text => ($"{{stage.{text.Name}}}", $"{StagePaths.Texts}/{text.FileName}")));
        _values = values.ToImmutable();
    }

    /// <summary>The text with all placeholders of this instance filled in; other braces stay as they are.</summary>
    public string Fill(string text) =>
        _values.Aggregate(text, (filled, entry) => filled.Replace(entry.Placeholder, entry.Value, StringComparison.Ordinal));
}
