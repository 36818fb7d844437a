using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StagingHarness.Scenarios.Documents.Syntax;

/// <summary>
/// Reads YAML into nodes with places, and refuses what the language leaves out. Works on the parser's events, for the
/// library's own node model throws at the first duplicate key and resolves aliases away.
/// </summary>
internal sealed class SyntaxReader
{
    // Nothing in the language is deeper than eight; the bound keeps the recursion away from the end of the stack.
    private const int DeepestNesting = 32;

    private readonly SourceText _source;
    private readonly FindingSink _findings;
    private readonly EventCursor _events;

    private SyntaxReader(SourceText source, FindingSink findings, EventCursor events)
    {
        _source = source;
        _findings = findings;
        _events = events;
    }

    /// <summary>The document's root; null when there is none, which is a finding.</summary>
    public static SyntaxNode? Read(SourceText source, FindingSink findings)
    {
        if (ParseEvents(source, findings) is not { } events)
        {
            return null;
        }

        try
        {
            return new SyntaxReader(source, findings, new EventCursor(events)).ReadStream();
        }
        catch (YamlException exception)
        {
            ReportInvalid(source, exception.Start, exception.End, exception.Message, findings);
            return null;
        }
        catch (TooDeepException exception)
        {
            findings.Report(
                FindingCode.TooDeep,
                exception.Span,
                $"nested more than {DeepestNesting} levels deep.",
                "nothing in the language is; check the brackets and the indentation");
            return null;
        }
    }

    private static List<ParsingEvent>? ParseEvents(SourceText source, FindingSink findings)
    {
        var events = new List<ParsingEvent>();
        try
        {
            var parser = new Parser(new StringReader(source.Text));
            while (parser.MoveNext())
            {
                events.Add(parser.Current ?? throw new YamlException("the document ends early"));
            }

            return events;
        }
        catch (YamlException exception)
        {
            ReportInvalid(source, exception.Start, exception.End, exception.Message, findings);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The library's scanner fails in its own code on some broken texts (a plain text before '[' inside a list).
            var last = events.Count == 0 ? Mark.Empty : events[^1].End;
            ReportInvalid(source, last, last, "what follows here cannot be taken apart", findings);
        }

        return null;
    }

    private static void ReportInvalid(SourceText source, Mark start, Mark end, string why, FindingSink findings)
    {
        // A tab in the indentation is told at the beginning of the whole mapping, where nobody would look for it.
        if (source.FirstTabInIndentation() is { } tab)
        {
            findings.Report(
                FindingCode.InvalidYaml,
                tab,
                "this is not valid YAML: a tab indents this line.",
                "indent with spaces; nothing else was checked");
            return;
        }

        // Over several lines, the end is where it was noticed; the start is that of the whole mapping or list.
        var noticed = end.Line > start.Line ? end : start;
        findings.Report(
            FindingCode.InvalidYaml,
            SpanOf(source, noticed, end),
            $"this is not valid YAML: {Sentence(why)}",
            "look for a bracket, quote or colon that is missing here or above; nothing else was checked");
    }

    private SyntaxNode? ReadStream()
    {
        _events.Take<StreamStart>();
        if (_events.IsAt<StreamEnd>())
        {
            _findings.Report(FindingCode.NotOneDocument, _source.Start(), "the file is empty.", "write a scenario or system here");
            return null;
        }

        _events.Take<DocumentStart>();
        var root = ReadNode(depth: 0);
        _events.Take<DocumentEnd>();
        if (_events.IsAt<DocumentStart>())
        {
            _findings.Report(
                FindingCode.NotOneDocument,
                Span(_events.Current),
                "a second YAML document begins here.",
                "put it into a file of its own");
        }

        return root;
    }

    private SyntaxNode ReadNode(int depth)
    {
        var current = _events.Current;
        if (depth > DeepestNesting)
        {
            throw new TooDeepException(Span(current));
        }

        ReportProperties(current);
        return current switch
        {
            MappingStart => ReadMapping(depth),
            SequenceStart => ReadSequence(depth),
            AnchorAlias => ReadAlias(),
            _ => ReadScalar(),
        };
    }

    private MappingSyntax ReadMapping(int depth)
    {
        var start = _events.Take<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<MappingEntrySyntax>();
        while (!_events.IsAt<MappingEnd>())
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is RefusedSyntax)
            {
                continue;
            }

            if (key is not ScalarSyntax name)
            {
                _findings.Report(FindingCode.KeyNotPlain, key.Span, "a key must be a plain name.", "write 'name: value'");
            }
            else if (name is { IsPlain: true, Text: "<<" })
            {
                _findings.Report(
                    FindingCode.AnchorUsed,
                    name.Span,
                    "merge keys are not part of the language.",
                    "write the keys out; what a reader sees is what runs");
            }
            else if (entries.FirstOrDefault(entry => entry.Key.Text == name.Text) is { } first)
            {
                _findings.Report(
                    FindingCode.DuplicateKey,
                    name.Span,
                    $"key '{name.Text}' stands twice.",
                    $"the first one is in line {first.Key.Span.Line}; keep one of them");
            }
            else
            {
                entries.Add(new MappingEntrySyntax(name, value));
            }
        }

        var end = _events.Take<MappingEnd>();
        var span = entries.Count > 0 ? entries[0].Key.Span : SpanOf(_source, start.Start, end.End);
        return new MappingSyntax { Span = span, Entries = entries.ToImmutable() };
    }

    private SequenceSyntax ReadSequence(int depth)
    {
        var start = _events.Take<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<SyntaxNode>();
        while (!_events.IsAt<SequenceEnd>())
        {
            items.Add(ReadNode(depth + 1));
        }

        var end = _events.Take<SequenceEnd>();
        var span = items.Count > 0 ? items[0].Span : SpanOf(_source, start.Start, end.End);
        return new SequenceSyntax { Span = span, Items = items.ToImmutable() };
    }

    private ScalarSyntax ReadScalar()
    {
        var scalar = _events.Take<Scalar>();
        return new ScalarSyntax
        {
            Span = Span(scalar),
            Text = scalar.Value,
            IsPlain = scalar.Style == ScalarStyle.Plain,
        };
    }

    private RefusedSyntax ReadAlias()
    {
        var alias = _events.Take<AnchorAlias>();
        _findings.Report(
            FindingCode.AnchorUsed,
            Span(alias),
            $"alias '*{alias.Value}' is not part of the language.",
            "write the value out; what a reader sees is what runs");
        return new RefusedSyntax { Span = Span(alias) };
    }

    private void ReportProperties(ParsingEvent current)
    {
        if (current is not NodeEvent node)
        {
            return;
        }

        if (!node.Anchor.IsEmpty)
        {
            _findings.Report(
                FindingCode.AnchorUsed,
                Span(node),
                $"anchor '&{node.Anchor.Value}' is not part of the language.",
                "remove it, and write the value out where it is needed again");
        }

        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            _findings.Report(
                FindingCode.TagUsed,
                Span(node),
                $"tag '{node.Tag.Value}' is not part of the language.",
                "remove it; values are read by the key that they belong to");
        }
    }

    private SourceSpan Span(ParsingEvent parsed) => SpanOf(_source, parsed.Start, parsed.End);

    private static SourceSpan SpanOf(SourceText source, Mark start, Mark end)
    {
        var line = (int)Math.Clamp(start.Line, 1, int.MaxValue);
        var column = (int)Math.Clamp(start.Column, 1, int.MaxValue);
        var length = end.Line == start.Line ? end.Column - start.Column : int.MaxValue - column;
        return source.Span(line, column, (int)Math.Clamp(length, 1, int.MaxValue));
    }

    private static string Sentence(string message)
    {
        var text = message.ReplaceLineEndings(" ").Trim();
        return (text.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(text[0]) + text[1..]).TrimEnd('.') + ".";
    }

    private sealed class TooDeepException(SourceSpan span) : Exception
    {
        public SourceSpan Span { get; } = span;
    }
}
