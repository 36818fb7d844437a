using WireMock;
using WireMock.Matchers;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;

namespace StagingHarness.StandIn.Stubs;

/// <summary>Says which mapping comes nearest to a call that none answers, by WireMock's own partial matching; it quotes nothing of the call.</summary>
internal static class NearMiss
{
    /// <summary>Null where nothing of any of them fits but the method.</summary>
    /// <param name="mappings">Names and matchers.</param>
    /// <param name="request">The call.</param>
    public static string? Of(IEnumerable<(string Name, Request Matcher)> mappings, IRequestMessage request)
    {
        var nearest = mappings
            .Select(mapping => (mapping.Name, Parts: PartsOf(mapping.Matcher, request)))
            .OrderBy(mapping => mapping.Parts.All(part => part.Fits || part.What != "path") ? 0 : 1)
            .ThenByDescending(mapping => mapping.Parts.Count == 0 ? 0 : mapping.Parts.Average(part => part.Score))
            .ThenBy(mapping => mapping.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Parts is null || !nearest.Parts.Any(part => part.Fits && part.What != "method")
            ? null
            : $"'{nearest.Name}' comes nearest, and {string.Join(" and ", nearest.Parts.Where(part => !part.Fits).Select(part => part.What).Distinct())} "
                + (nearest.Parts.Where(part => !part.Fits).Select(part => part.What).Distinct().Count() == 1 ? "does not fit" : "do not fit");
    }

    private static List<(string What, double Score, bool Fits)> PartsOf(Request mapping, IRequestMessage request) =>
    [
        .. mapping.GetRequestMessageMatchers<IRequestMatcher>()
            .Where(part => part is not MappingSetMatcher)
            .Select(part => (WhatOf(part), ScoreOf(part, request)))
            .Select(part => (part.Item1, part.Item2, part.Item2 >= 1)),
    ];

    private static double ScoreOf(IRequestMatcher part, IRequestMessage request)
    {
        try
        {
            return part.GetMatchingScore(request, new RequestMatchResult());
        }
#pragma warning disable CA1031 // What cannot be read does not fit; matchers throw whatever their libraries throw.
        catch (Exception)
#pragma warning restore CA1031
        {
            return MatchScores.Mismatch;
        }
    }

    private static string WhatOf(IRequestMatcher part) => part switch
    {
        RequestMessagePathMatcher or RequestMessageUrlMatcher => "path",
        { Type: RequestMatcherType.Method } => "method",
        RequestMessageHeaderMatcher header => $"header '{header.Name}'",
        RequestMessageParamMatcher parameter => $"query parameter '{parameter.Key}'",
        RequestMessageCookieMatcher cookie => $"cookie '{cookie.Name}'",
        RequestMessageHttpVersionMatcher => "version of HTTP",
        RequestMessageClientIPMatcher => "address of the client",
        _ => "body",
    };
}
