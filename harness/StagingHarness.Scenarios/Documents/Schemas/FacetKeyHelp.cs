using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Documents.Schemas;

/// <summary>What editors show beside the facets of the provider.</summary>
internal static class FacetKeyHelp
{
    public static ImmutableDictionary<string, KeyHelpEntry> Entries { get; } = new Dictionary<string, KeyHelpEntry>(StringComparer.Ordinal)
    {
        ["FacetsDocument.issuer"] = new("What discovery and tokens say who issues; {issuer} is the provider's own URL."),
        ["FacetsDocument.token-issuer"] = new("What tokens alone say who issues, against discovery."),
        ["FacetsDocument.audience"] = new("Whom its access tokens are for."),
        ["FacetsDocument.token-type"] = new("Header 'typ' of its access tokens."),
        ["FacetsDocument.sign-with"] = new("Signs with a new key of this algorithm, and withdraws the old one."),
        ["FacetsDocument.other-keys"] = new("Keys that the key set shows beside its own, as JWKs (RFC 7517): of other kinds, or for other uses."),
        ["FacetsDocument.key-set"] = new("Whether the key set follows the key that signs, stays as it is, or is empty."),
        ["FacetsDocument.claims"] = new("Laid over the claims of its access tokens; null takes one away."),
        ["FacetsDocument.claim-lists"] = new("Claims of its access tokens that are lists, by name: of so many UUIDs, as groups are."),
        ["FacetsDocument.metadata"] = new("Laid over its discovery document; null takes a member away."),
        ["FacetsDocument.token-answer"] = new("Laid over what the token endpoint answers; null takes a member away."),
        ["FacetsDocument.client-authentication"] = new("How clients may prove who they are, at the token endpoint."),
        ["FacetsDocument.client-secrets"] = new("Whether it takes today's secrets of 'clients', those that follow ('next-secret'), or both."),
        ["FacetsDocument.pushed-authorization"] = new("Whether clients may, or must, push their requests to it before a browser comes (RFC 9126)."),
        ["FacetsDocument.proof-key"] = new("Whether it signs somebody in without a proof key (PKCE, RFC 7636)."),
        ["FacetsDocument.dpop"] = new("Whether tokens are bound to a key that whoever uses them proves to hold (DPoP)."),
        ["FacetsDocument.refresh"] = new("What it does with refresh tokens."),
        ["RefreshDocument.rotation"] = new("Whether each use gives another one, and a second use ends the sign-in."),
        ["RefreshDocument.reuse-grace"] = new("Real time after its use in which an old one is still taken."),
        ["FacetsDocument.mappings"] = new("In a contract: files of WireMock mappings, or folders of them, that take the place of the provider's."),
        ["FacetsDocument.endpoints"] = new("What single endpoints do otherwise, by name."),
        ["FacetsDocument.certificate"] = new("The certificate that new connections are shown; for a provider with 'tls: true'."),
        ["FacetsDocument.tls"] = new("Which versions of TLS new connections may speak; for a provider with 'tls: true'."),
        ["TlsRuleDocument.minimum"] = new("The oldest of them: '1.2' or '1.3'."),
        ["FacetsDocument.http"] = new("Which versions of HTTP new connections may speak; for a provider with 'tls: true'."),
        ["HttpRuleDocument.minimum"] = new("The oldest of them: 1.1, or 2 for HTTP/2 alone."),
        ["EndpointRuleDocument.status"] = new("Answers every call with it; beside 'moved-to', at the old path alone."),
        ["EndpointRuleDocument.body"] = new("Answers this text; {issuer} and {access_token} are filled in."),
        ["EndpointRuleDocument.content-type"] = new("What kind of text it answers."),
        ["EndpointRuleDocument.headers"] = new("Headers of its answers, by name."),
        ["EndpointRuleDocument.moved-to"] = new("Path at which it answers from now on."),
        ["EndpointRuleDocument.delay"] = new("Real time that it waits before it answers."),
        ["EndpointRuleDocument.reset"] = new("Whether it resets the connection instead of an answer."),
        ["EndpointRuleDocument.limit"] = new("How many calls it answers; the rest get 429."),
        ["CallLimitDocument.calls"] = new("So many calls are answered."),
        ["CallLimitDocument.per"] = new("In each window of so much real time."),
        ["CallLimitDocument.retry-after"] = new("What Retry-After says, in whole seconds; without it, the window."),
    }.ToImmutableDictionary(StringComparer.Ordinal);
}
