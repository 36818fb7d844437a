using System.Collections.Immutable;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StagingHarness.Scenarios.Documents.Syntax;

/// <summary>
/// Reads YAML that others write, with anchors, aliases and merge keys, which our own language leaves out; as JSON, by the core schema of YAML 1.2: dates
/// and <c>yes</c> are texts.
/// </summary>
public sealed class YamlAsJson
{
    /// <summary>What System.Text.Json reads unless it is told otherwise, and so whoever reads what this makes.</summary>
    public const int Deepest = 64;

    private const string MissingHint = "look for a bracket, quote or colon that is missing here or above";

    /// <summary>An alias stands for all that its anchor holds; a few lines of them could fill any memory.</summary>
    private const long MostNodes = 2_000_000;

    private static readonly string TooDeep = FormattableString.Invariant($"nested more than {Deepest} levels deep.");

    private readonly ImmutableArray<(string Pointer, int Line, int Column)>.Builder places = ImmutableArray.CreateBuilder<(string, int, int)>();
    private readonly Dictionary<string, Held> anchors = new(StringComparer.Ordinal);
    private readonly Parser parser;
    private long repeated;

    private YamlAsJson(string text)
    {
        parser = new Parser(new StringReader(text));
    }

    /// <summary>The whole text; it holds one document.</summary>
    public static PlacedYaml Read(string text)
    {
        var reader = new YamlAsJson(text);
        try
        {
            return reader.Read();
        }
        catch (RefusedException refused)
        {
            return Broken(refused.At, refused.Message, refused.Hint);
        }
        catch (YamlException exception)
        {
            return Broken(
                exception.End.Line > exception.Start.Line ? exception.End : exception.Start,
                $"this is not valid YAML: {exception.Message.TrimEnd('.')}.",
                MissingHint);
        }
    }

    private static PlacedYaml Broken(Mark at, string summary, string hint) =>
        new() { Broken = ((int)Math.Max(1, at.Line), (int)Math.Max(1, at.Column), summary, hint) };

    private PlacedYaml Read()
    {
        JsonNode? root = null;
        var documents = 0;
        while (Next())
        {
            if (parser.Current is DocumentStart start && ++documents > 1)
            {
                throw new RefusedException(start.Start, "a second YAML document begins here.", "put it into a file of its own");
            }

            if (parser.Current is MappingStart or SequenceStart or Scalar or AnchorAlias)
            {
                root = Node("", depth: 0).Node;
            }
        }

        return new PlacedYaml { Root = root, Places = places.ToImmutable() };
    }

    private Held Node(string pointer, int depth)
    {
        var current = parser.Current!;
        if (depth >= Deepest && current is MappingStart or SequenceStart)
        {
            throw new RefusedException(current.Start, TooDeep, "check the brackets and the indentation");
        }

        var made = current switch
        {
            MappingStart => Members(pointer, depth),
            SequenceStart => Entries(pointer, depth),
            AnchorAlias alias => Known(alias, depth),
            Scalar single => new Held(YamlScalars.Of(single), Size: 1, Levels: 0),
            _ => throw new RefusedException(current.Start, "something is missing here.", MissingHint),
        };
        if (current is NodeEvent { Anchor.IsEmpty: false } named)
        {
            anchors[named.Anchor.Value] = made;
        }

        return made;
    }

    private Held Members(string pointer, int depth)
    {
        var holder = new JsonObject();
        var merged = new List<JsonObject>();
        var size = 1L;
        var deepest = 0;
        while (Next() && parser.Current is not MappingEnd)
        {
            if (parser.Current is not Scalar key)
            {
                throw new RefusedException(parser.Current!.Start, "a key is no plain name.", "write it as a text");
            }

            var member = $"{pointer}/{PointerStep.Of(key.Value)}";
            places.Add((member, (int)key.Start.Line, (int)key.Start.Column));
            Next();
            var (value, more, levels) = Node(member, depth + 1);
            size += more;
            deepest = Math.Max(deepest, levels);
            if (key is { Value: "<<", Style: ScalarStyle.Plain })
            {
                merged.AddRange((value as JsonArray)?.OfType<JsonObject>() ?? (value is JsonObject one ? [one] : []));
            }
            else if (!holder.TryAdd(key.Value, value))
            {
                throw new RefusedException(key.Start, $"key '{key.Value}' stands here before.", "remove one of them");
            }
        }

        foreach (var (name, value) in merged.SelectMany(one => one))
        {
            holder.TryAdd(name, value?.DeepClone());
        }

        return new Held(holder, size, deepest + 1);
    }

    private Held Entries(string pointer, int depth)
    {
        var list = new JsonArray();
        var size = 1L;
        var deepest = 0;
        while (Next() && parser.Current is not SequenceEnd)
        {
            var entry = FormattableString.Invariant($"{pointer}/{list.Count}");
            places.Add((entry, (int)parser.Current!.Start.Line, (int)parser.Current.Start.Column));
            var (value, more, levels) = Node(entry, depth + 1);
            list.Add(value);
            size += more;
            deepest = Math.Max(deepest, levels);
        }

        return new Held(list, size, deepest + 1);
    }

    private Held Known(AnchorAlias alias, int depth)
    {
        if (!anchors.TryGetValue(alias.Value.Value, out var known))
        {
            throw new RefusedException(alias.Start, $"alias '{alias.Value.Value}' stands for nothing that is whole before it.", "write out what it stands for");
        }

        if (depth + known.Levels > Deepest)
        {
            throw new RefusedException(alias.Start, TooDeep, $"alias '{alias.Value.Value}' stands for many levels by itself; write out what is needed of them");
        }

        repeated += known.Size;
        return repeated <= MostNodes
            ? known with { Node = known.Node?.DeepClone() }
            : throw new RefusedException(alias.Start, "the aliases up to here stand for more than any document holds.", "write out what they stand for");
    }

    /// <summary>The library's scanner fails in its own code on some broken texts.</summary>
    private bool Next()
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new RefusedException(parser.Current?.End ?? Mark.Empty, "this is not valid YAML: what follows here cannot be taken apart.", MissingHint);
        }
    }

    /// <summary>What a node, or an anchor, holds.</summary>
    /// <param name="Node">Null where it is null.</param>
    /// <param name="Size">Of it and everything in it, in nodes.</param>
    /// <param name="Levels">How deep it is by itself: none of a single value.</param>
    private readonly record struct Held(JsonNode? Node, long Size, int Levels);

    private sealed class RefusedException(Mark at, string summary, string hint) : Exception(summary)
    {
        public Mark At => at;

        public string Hint => hint;
    }
}
