using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.TestKit.Records;

/// <summary>
/// The record of a run in which every server answers wrongly, before and after all of them were started anew, so that no version is to blame.
/// What they write was taken from runs of the client portal, the account API and the order desk.
/// </summary>
public static class RefusedTokens
{
    public const string Audience =
        "      Microsoft.IdentityModel.Tokens.SecurityTokenInvalidAudienceException: IDX10214: Audience validation failed. Audiences: 'api://client-portal'. "
        + "Did not match: validationParameters.ValidAudience: 'client-portal' or validationParameters.ValidAudiences: 'null'.";

    public const string Issuer =
        "      Access token refused: IDX10205: Issuer validation failed. Issuer: 'http://127.0.0.1:5099/'. Did not match: validationParameters.ValidIssuer: 'null' "
        + "or validationParameters.ValidIssuers: 'null' or validationParameters.ConfigurationManager.CurrentConfiguration.Issuer: 'http://127.0.0.1:5099'.";

    public const string NoMetadata =
        "      Microsoft.IdentityModel.Tokens.SecurityTokenInvalidIssuerException: IDX10204: Unable to validate issuer. validationParameters.ValidIssuer is null "
        + "or whitespace AND validationParameters.ValidIssuers is null or empty.";

    public const string UnknownKey =
        "      Microsoft.IdentityModel.Tokens.SecurityTokenSignatureKeyNotFoundException: IDX10503: Signature validation failed. The token's kid is: "
        + "'auq7HPiP6t2tcaWDiRMJ_uETvYuoagRqICsdtYjQhWs', but did not match any keys in TokenValidationParameters or Configuration.";

    public const string Algorithm =
        "      Microsoft.IdentityModel.Tokens.SecurityTokenInvalidSignatureException: IDX10511: Signature validation failed. Keys tried: "
        + "'Microsoft.IdentityModel.Tokens.ECDsaSecurityKey, KeyId: '96E2YlcKklP8UOesFhIFb9qhx9TI_23EtPkD2yrbaqs''.";

    public const string NotYetValid =
        "      Access token refused: IDX10222: Lifetime validation failed. The token is not yet valid. ValidFrom (UTC): '11/28/2026 14:34:16', "
        + "Current time (UTC): '11/28/2026 14:24:17'.";

    public const string Opaque =
        "      Microsoft.IdentityModel.Tokens.SecurityTokenMalformedException: IDX14100: JWT is not well formed, there are no dots (.).";

    public const string NoSubject = "      System.NullReferenceException: Object reference not set to an instance of an object.";

    public const string ClientExpired =
        "      OrderDesk.TokenUnavailableException: The token endpoint gave no access token: 401 (Unauthorized) "
        + "{\"error\":\"invalid_client\",\"error_description\":\"The secret of the client has expired.\"}";

    public const string ClientMethod =
        "      OrderDesk.TokenUnavailableException: The token endpoint gave no access token: 401 (Unauthorized) "
        + "{\"error\":\"invalid_client\",\"error_description\":\"This provider does not take client_secret_post of the client.\"}";

    public const string RefreshRefused =
        "      A session ends: The token endpoint gave no tokens: 400 (BadRequest) "
        + "{\"error\":\"invalid_grant\",\"error_description\":\"The refresh token is unknown, used or revoked.\"}";

    public const string TokenByGet =
        "      OrderDesk.TokenUnavailableException: The token endpoint gave no access token: 405 (MethodNotAllowed) "
        + "{\"error\":\"invalid_request\",\"error_description\":\"This endpoint is asked by POST.\"}";

    public const string TokenUnread =
        "      System.Text.Json.JsonException: The JSON value could not be converted to System.Int32. Path: $.expires_in | LineNumber: 0 | BytePositionInLine: 700.";

    /// <summary>When the first wrong answer was due, in milliseconds.</summary>
    public const int From = 3_000;

    /// <summary>All answers are wrong from then on.</summary>
    /// <param name="status">What they are.</param>
    /// <param name="warm">A line of each server that ran before; null for none.</param>
    /// <param name="cold">A line of each server that was started since.</param>
    public static RunRecord Record(ushort status, string? warm, string? cold)
    {
        var record = CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible))
            .Answering((due, sample) => due >= From ? SampleAnswer.App(status, sample.Stamp) : null);
        return record with { Logs = [.. Written(1, 3_050, warm), .. Written(2, 9_500, cold)] };
    }

    /// <summary>The provider has counted these calls.</summary>
    public static RunRecord Called(this RunRecord record, long discovery, long jwks) =>
        record.Change<ProviderRead>(read => read with { Calls = read.Calls.SetItem("discovery", discovery).SetItem("jwks", jwks) });

    private static IEnumerable<InstanceLog> Written(int generation, int at, string? line)
    {
        ImmutableArray<LogEntry> entries = line is null ? [] : [new LogEntry(TimeSpan.FromMilliseconds(at), false, line)];
        return Enumerable.Range(1, 4).Select(server => new InstanceLog($"portal-{server}", generation, entries));
    }
}
