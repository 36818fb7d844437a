using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Causes;

/// <summary>Which facet of the provider the evidence points to.</summary>
internal static class FacetFinder
{
    /// <summary>Codes of Microsoft.IdentityModel (its LogMessages.cs in Tokens and JsonWebTokens), each with what it speaks of by itself.</summary>
    private static readonly ImmutableDictionary<string, SuspectedFacet> Plain = new Dictionary<string, SuspectedFacet>
    {
        ["IDX10205"] = SuspectedFacet.Issuer,
        ["IDX10211"] = SuspectedFacet.Issuer,
        ["IDX10206"] = SuspectedFacet.Audience,
        ["IDX10214"] = SuspectedFacet.Audience,
        ["IDX10222"] = SuspectedFacet.Clock,
        ["IDX10223"] = SuspectedFacet.Clock,
        ["IDX10225"] = SuspectedFacet.Claims,
        ["IDX10257"] = SuspectedFacet.TokenType,
        ["IDX10511"] = SuspectedFacet.SignWith,
        ["IDX10696"] = SuspectedFacet.SignWith,
        ["IDX14100"] = SuspectedFacet.TokenAnswer,
        ["IDX14102"] = SuspectedFacet.TokenAnswer,
        ["IDX12741"] = SuspectedFacet.TokenAnswer,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>No issuer is known, or no key at all: the server has no metadata.</summary>
    private static readonly ImmutableHashSet<string> NoMetadata = ["IDX10204", "IDX10500", "IDX20803", "IDX20804"];

    private static readonly ImmutableHashSet<string> UnknownKey = ["IDX10501", "IDX10503", "IDX10516", "IDX10517"];

    /// <summary>What code that reads a claim throws when the claim is not there, or is of another kind.</summary>
    private static readonly ImmutableHashSet<string> Unread =
    [
        "System.NullReferenceException", "System.ArgumentNullException", "System.FormatException", "System.Collections.Generic.KeyNotFoundException",
    ];

    /// <summary>Null when the evidence points to none.</summary>
    public static SuspectedFacet? Find(FacetEvidence evidence) => evidence switch
    {
        { Refusal: { } code } when Plain.TryGetValue(code, out var facet) => facet,
        { Refusal: { } code } when UnknownKey.Contains(code) => OfKeys(evidence),
        // Who misses keys alone has read who issues, so that it came through.
        { Refusal: "IDX10500", KeysWereAskedFor: true } => SuspectedFacet.KeySet,
        { Refusal: { } code, IsOutOfReach: true } when NoMetadata.Contains(code) => SuspectedFacet.Certificate,
        { Refusal: { } code } when NoMetadata.Contains(code) => evidence.KeysWereAskedFor ? SuspectedFacet.Jwks : SuspectedFacet.Discovery,
        { Refusal: not null } => null,
        { Signature: AnswerSignature.Forbidden or AnswerSignature.HeaderTooLarge } => SuspectedFacet.Claims,
        // Who is signed out since nothing is renewed is asked to sign in again.
        { Signature: AnswerSignature.Unauthorized, TokenCall: SuspectedFacet.Refresh, TokensWereAskedFor: true } => SuspectedFacet.Refresh,
        { Signature: AnswerSignature.ServerError, TokenCall: { } facet, TokensWereAskedFor: true } => facet,
        { Signature: AnswerSignature.ServerError, JsonIsUnread: true, MappingsWereAskedFor: true } => SuspectedFacet.Mappings,
        // Something is not there: of a token, or of what a mapping answers. Where both were asked for, nothing tells one from the other.
        { Signature: AnswerSignature.ServerError, Error: { } error, MappingsWereAskedFor: true } when Unread.Contains(error.Type) =>
            evidence.EndpointsWereAskedFor ? null : SuspectedFacet.Mappings,
        { Signature: AnswerSignature.ServerError, Error: { } error } when Unread.Contains(error.Type) => SuspectedFacet.Claims,
        _ => null,
    };

    /// <summary>
    /// A server that has started since has asked for the keys since. When it misses the key as well as those that ran before, the key is not
    /// shown; otherwise keys have changed, and either the caches or the tokens are old.
    /// </summary>
    private static SuspectedFacet OfKeys(FacetEvidence evidence) =>
        evidence.RefusedBy(startedAfter: true, UnknownKey.Contains) && evidence.RefusedBy(startedAfter: false, UnknownKey.Contains)
            ? SuspectedFacet.KeySet
            : SuspectedFacet.RotateKeys;
}
