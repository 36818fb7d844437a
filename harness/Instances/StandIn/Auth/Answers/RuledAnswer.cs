using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.Answers;

/// <summary>Answers that an endpoint's rule asks for.</summary>
internal static class RuledAnswer
{
    private const int Gone = 404;

    /// <summary>Its own answer, with another text, kind or headers.</summary>
    public static AuthAnswer Of(AuthState now, EndpointRule rule, AuthAnswer usual)
    {
        if (rule.Body is null || usual.Status != 200)
        {
            return Dressed(usual, rule);
        }

        var token = usual.ContentType == AuthAnswer.Json ? (JsonNode.Parse(usual.Body) as JsonObject)?["access_token"]?.GetValue<string>() : null;
        var body = now.Filled(rule.Body)!;
        return Dressed(usual with { Body = token is null ? body : body.Replace("{access_token}", token, StringComparison.Ordinal) }, rule);
    }

    public static AuthAnswer Instead(AuthState now, EndpointRule rule, int status) =>
        Dressed(new AuthAnswer(status, now.Filled(rule.Body) ?? ""), rule);

    /// <summary>At the old path of an endpoint that has moved: a redirect, or what the rule says.</summary>
    public static AuthAnswer Moved(AuthState now, string endpoint, EndpointRule rule)
    {
        var answer = Instead(now, rule, rule.Status ?? Gone);
        return answer.Status is >= 300 and < 400
            ? answer with { Headers = answer.Headers.SetItem("Location", now.Issuer + (rule.MovedTo ?? StandInEndpoint.Paths[endpoint])) }
            : answer;
    }

    /// <summary>RFC 6585, section 4.</summary>
    public static AuthAnswer TooMany(CallLimit limit) => new(429, """{"error":"too_many_requests"}""")
    {
        Headers = ImmutableSortedDictionary<string, string>.Empty
            .Add("Retry-After", limit.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture)),
    };

    private static AuthAnswer Dressed(AuthAnswer answer, EndpointRule rule) => answer with
    {
        Headers = rule.Headers is null ? answer.Headers : answer.Headers.SetItems(rule.Headers),
        ContentType = rule.ContentType ?? answer.ContentType,
    };
}
