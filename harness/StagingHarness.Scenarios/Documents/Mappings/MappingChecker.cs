using System.Text.Json;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents.Mappings;

/// <summary>What WireMock.Net would silently leave out of a mapping, and what the stand-in cannot keep honest.</summary>
internal sealed class MappingChecker(FindingSink findings)
{
    public void Check(PlacedJson mapping)
    {
        CheckModel(mapping, MappingKeys.Mapping);
        if (mapping.Member("Request") is not { Kind: JsonValueKind.Object } request)
        {
            Report(mapping.Span, "the mapping has no 'Request', so it would answer every call.", "add '\"Request\": { \"Path\": \"/rates\" }'");
        }
        else if (request.Member("Path") is null && request.Member("Url") is null)
        {
            Report(request.Span, "the request has no path, so the mapping would answer every call.", "add '\"Path\": \"/rates\"'");
        }
        else
        {
            foreach (var path in MappingName.PatternsOf(request.Member("Path")))
            {
                CheckPath(path);
            }
        }

        if (mapping.Member("Response") is null)
        {
            Report(mapping.Span, "the mapping has no 'Response'.", "add '\"Response\": { \"StatusCode\": 200, \"Body\": \"...\" }'");
        }
    }

    private void CheckPath((PlacedJson Pattern, string Matcher) path)
    {
        var text = path.Pattern.Text;
        if (path.Matcher is not ("WildcardMatcher" or "ExactMatcher"))
        {
            return;
        }

        if (text is not ['/' or '*', ..])
        {
            Report(path.Pattern.Span, $"no path is like '{Printable.Of(text)}': paths begin with a slash.", $"write '/{Printable.Of(text)}'");
        }
        else if (text.Contains('?', StringComparison.Ordinal) && text.Contains('=', StringComparison.Ordinal))
        {
            Report(path.Pattern.Span, "a path has no query, so this fits no call.", "write the query under 'Params': '[{ \"Name\": \"base\", \"Matchers\": [{ \"Name\": \"ExactMatcher\", \"Pattern\": \"EUR\" }] }]'");
        }
        else if (StandInEndpoint.NameAt(text) is { } endpoint)
        {
            findings.Report(
                FindingCode.MappingOccupied,
                path.Pattern.Span,
                $"at '{text}' the stand-in answers itself: it is the provider's endpoint '{endpoint}'.",
                $"choose another path, or change that endpoint by a facet: 'endpoints: {{ {endpoint}: {{ status: 500 }} }}'");
        }
    }

    private void CheckModel(PlacedJson value, string model)
    {
        var keys = MappingKeys.All[model];
        foreach (var member in value.Members)
        {
            if (!keys.TryGetValue(member.Name, out var key))
            {
                Report(member.Span, $"WireMock.Net knows no key '{Printable.Of(member.Name)}' here, and would leave it out.", HintFor(member.Name, keys.Keys));
            }
            else if (key.Refused is var (why, hint) && member.Value.Kind is not (JsonValueKind.Null or JsonValueKind.False))
            {
                findings.Report(FindingCode.MappingRefused, member.Span, $"'{member.Name}' {why}.", hint);
            }
            else if (member.Value.Kind != JsonValueKind.Null)
            {
                CheckValue(member, key);
            }
        }

        if (model == "MatcherModel")
        {
            CheckMatcher(value);
        }
    }

    private void CheckMatcher(PlacedJson matcher)
    {
        if (matcher.TextOf("Name") is not { } name)
        {
            Report(matcher.Span, "the matcher has no 'Name'.", $"name one of {NearestName.List(MappingKeys.Matchers)}");
        }
        else if (!MappingKeys.Matchers.Contains(name.Split('.')[0], StringComparer.Ordinal))
        {
            Report(matcher.Member("Name")!.Span, $"the stand-in has no matcher '{Printable.Of(name)}'.", NearestName.Hint(name, MappingKeys.Matchers));
        }
    }

    private void CheckValue(PlacedMember member, MappingKey key)
    {
        var value = member.Value;
        switch (key.Kind)
        {
            case MappingKeyKind.Model or MappingKeyKind.TextOrModel when value.Kind == JsonValueKind.Object:
                CheckModel(value, key.Model!);
                break;
            case MappingKeyKind.Models when value.Kind == JsonValueKind.Array && value.Items.All(item => item.Kind == JsonValueKind.Object):
                foreach (var item in value.Items)
                {
                    CheckModel(item, key.Model!);
                }

                break;
            case MappingKeyKind.Texts when value.Kind == JsonValueKind.Array && value.Items.All(item => item.Kind == JsonValueKind.String):
            case MappingKeyKind.TextOrModel or MappingKeyKind.Text when value.Kind == JsonValueKind.String:
            case MappingKeyKind.Number when value.Kind == JsonValueKind.Number && int.TryParse(value.Text, out _):
            case MappingKeyKind.Flag when value.Kind is JsonValueKind.True or JsonValueKind.False:
            case MappingKeyKind.Anything:
                break;
            default:
                Report(value.Span, $"'{member.Name}' must be {Wanted(key.Kind)}.", "write it as WireMock.Net's mapping model has it");
                break;
        }
    }

    private static string Wanted(MappingKeyKind kind) => kind switch
    {
        MappingKeyKind.Anything => "anything",
        MappingKeyKind.Text => "a text",
        MappingKeyKind.Number => "a whole number",
        MappingKeyKind.Flag => "true or false",
        MappingKeyKind.Texts => "a list of texts",
        MappingKeyKind.Model => "an object",
        MappingKeyKind.Models => "a list of objects",
        MappingKeyKind.TextOrModel => "a text, or an object with 'Matchers'",
    };

    /// <summary>The other WireMock, which is written in Java, has the same file names and other keys.</summary>
    private static string HintFor(string key, IEnumerable<string> known) => key switch
    {
        "url" or "urlPath" or "urlPattern" or "urlPathPattern" or "urlPathTemplate" => "WireMock for Java writes so; WireMock.Net writes 'Path'",
        "method" => "WireMock for Java writes so; WireMock.Net writes '\"Methods\": [\"GET\"]'",
        "queryParameters" => "WireMock for Java writes so; WireMock.Net writes 'Params'",
        "bodyPatterns" => "WireMock for Java writes so; WireMock.Net writes '\"Body\": { \"Matcher\": ... }'",
        "status" => "WireMock for Java writes so; WireMock.Net writes 'StatusCode'",
        "jsonBody" => "WireMock for Java writes so; WireMock.Net writes 'BodyAsJson'",
        "bodyFileName" => "WireMock for Java writes so; WireMock.Net writes 'BodyAsFile'",
        "fixedDelayMilliseconds" => "WireMock for Java writes so; WireMock.Net writes 'Delay'",
        _ => NearestName.Hint(key, known),
    };

    private void Report(SourceSpan span, string summary, string hint) => findings.Report(FindingCode.MappingUnreadable, span, summary, hint);
}
