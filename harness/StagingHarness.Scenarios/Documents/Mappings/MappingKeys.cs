using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Documents.Mappings;

/// <summary>
/// The keys of WireMock.Net's mapping model, so that what its loader would silently leave out is told; a test holds them against the real model.
/// </summary>
internal static class MappingKeys
{
    public const string Mapping = "MappingModel";

    private static readonly (string, string) State =
        ("keeps a state of its own, which calls that come at the same time get wrong", "write what comes later as mappings of a contract, and move to it by a step");

    private static readonly (string, string) Proxy = ("sends the call on to somebody else, and a stage reaches nobody outside", "write down what is answered");

    private static readonly (string, string) Chance = ("lets chance decide, and not from the scenario's seed", "write one answer; a step changes it by 'endpoints', as in '{ delay: 2s }'");

    private static readonly (string, string) Hook = ("calls somebody else", "leave it out");

    private static readonly (string, string) Foreign = ("needs a part of WireMock.Net that the stand-in does not have", "match the body as text, by a 'RegexMatcher'");

    /// <summary>By model, its keys; names as WireMock.Net spells them, found whatever their case.</summary>
    public static ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, MappingKey>> All { get; } =
        new Dictionary<string, ImmutableSortedDictionary<string, MappingKey>>
        {
            [Mapping] = Keys(
                [
                    .. Texts("Guid", "UpdatedAt", "Title", "Description"), ("Priority", Number), ("SaveToFile", Flag), ("Data", Anything),
                    ("Request", Model("RequestModel")), ("Response", Model("ResponseModel")),
                ],
                (State, ["Scenario", "WhenStateIs", "SetStateTo", "TimesInSameState"]),
                (Chance, ["Probability"]),
                (Hook, ["Webhook", "Webhooks", "UseWebhooksFireAndForget"]),
                (Foreign, ["ProtoDefinition", "ProtoDefinitions"]),
                (("counts by a clock that no scenario knows", "let a step move the provider to a contract"), ["TimeSettings"]),
                (("answers nobody", "take the mapping out"), ["IsDisabled"])),
            ["RequestModel"] = Keys(
                [
                    ("ClientIP", Pattern), ("Path", Pattern), ("Url", Pattern), ("Methods", new MappingKey(MappingKeyKind.Texts)), ("HttpVersion", Text),
                    ("MethodsRejectOnMatch", Flag), ("MethodsMatchOperator", Text), ("Headers", Models("HeaderModel")), ("Cookies", Models("CookieModel")),
                    ("Params", Models("ParamModel")), ("Body", Model("BodyModel")), ("EarlyMatcherType", Anything),
                ]),
            ["ResponseModel"] = Keys(
                [
                    .. Texts("BodyDestination", "Body", "BodyAsBytes", "BodyAsFile", "TransformerType", "TransformerReplaceNodeOptions", "HeadersRaw"),
                    .. Flags("BodyAsJsonIndented", "BodyAsFileIsCached", "UseTransformer", "UseTransformerForBodyAsFile"),
                    ("StatusCode", Anything), ("BodyAsJson", Anything), ("BodyEncoding", Anything), ("Headers", Anything), ("TrailingHeaders", Anything),
                    ("Delay", Number),
                ],
                (Proxy, ["ProxyUrl", "ProxyUrlReplaceSettings", "WebProxy", "X509Certificate2ThumbprintOrSubjectName"]),
                (Chance, ["MinimumRandomDelay", "MaximumRandomDelay"]),
                (("breaks no connection: WireMock.Net's faults are answers with status 200", "let a step reset connections: 'endpoints: { NAME: { reset: true } }'"), ["Fault"]),
                (Foreign, ["ProtoDefinition", "ProtoDefinitions", "ProtoBufMessageType"])),
            ["PatternModel"] = Keys([("Matchers", Models("MatcherModel")), ("MatchOperator", Text)]),
            ["HeaderModel"] = Keys([.. Texts("Name", "MatchOperator"), .. Flags("IgnoreCase", "RejectOnMatch"), ("Matchers", Models("MatcherModel"))]),
            ["CookieModel"] = Keys([.. Texts("Name", "MatchOperator"), .. Flags("IgnoreCase", "RejectOnMatch"), ("Matchers", Models("MatcherModel"))]),
            ["ParamModel"] = Keys([("Name", Text), .. Flags("IgnoreCase", "RejectOnMatch"), ("Matchers", Models("MatcherModel"))]),
            ["BodyModel"] = Keys([.. Texts("MatcherName", "MatchOperator"), ("Matcher", Model("MatcherModel")), ("Matchers", Models("MatcherModel"))]),
            ["MatcherModel"] = Keys(
                [.. Texts("Name", "MatchOperator"), .. Flags("IgnoreCase", "RejectOnMatch", "Regex"), ("Pattern", Anything), ("Patterns", Anything), ("XmlNamespaceMap", Anything)],
                (Foreign, ["ContentTypeMatcher", "ContentDispositionMatcher", "ContentTransferEncodingMatcher", "ContentMatcher", "ProtoBufMessageType", "CustomScalars"]),
                (("names a file, which the stand-in does not have", "write what is in it as 'Pattern'"), ["PatternAsFile"])),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What <c>Name</c> of a matcher may be; some have a kind of their own behind a dot.</summary>
    public static ImmutableArray<string> Matchers { get; } =
    [
        "ContentTypeMatcher", "ExactMatcher", "FormUrlEncodedMatcher", "JmesPathMatcher", "JsonMatcher", "JsonPartialMatcher",
        "JsonPartialWildcardMatcher", "JsonPathMatcher", "NotNullOrEmptyMatcher", "RegexMatcher", "SimMetricsMatcher", "WildcardMatcher", "XPathMatcher",
    ];

    private static MappingKey Anything => new(MappingKeyKind.Anything);

    private static MappingKey Text => new(MappingKeyKind.Text);

    private static MappingKey Number => new(MappingKeyKind.Number);

    private static MappingKey Flag => new(MappingKeyKind.Flag);

    private static MappingKey Pattern => new(MappingKeyKind.TextOrModel) { Model = "PatternModel" };

    private static MappingKey Model(string name) => new(MappingKeyKind.Model) { Model = name };

    private static MappingKey Models(string name) => new(MappingKeyKind.Models) { Model = name };

    private static IEnumerable<(string, MappingKey)> Texts(params string[] names) => names.Select(name => (name, Text));

    private static IEnumerable<(string, MappingKey)> Flags(params string[] names) => names.Select(name => (name, Flag));

    private static ImmutableSortedDictionary<string, MappingKey> Keys(
        IEnumerable<(string Name, MappingKey Key)> taken, params ((string, string) Why, string[] Names)[] refused) =>
        taken.Concat(refused.SelectMany(kind => kind.Names.Select(name => (name, new MappingKey(MappingKeyKind.Anything) { Refused = kind.Why }))))
            .ToImmutableSortedDictionary(key => key.Item1, key => key.Item2, StringComparer.OrdinalIgnoreCase);
}
