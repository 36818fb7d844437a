using WireMock;
using WireMock.Matchers;
using WireMock.Matchers.Request;

namespace StagingHarness.StandIn.Stubs;

/// <summary>A further part of a mapping's request: it fits while the mapping's set holds.</summary>
internal sealed class MappingSetMatcher(Func<bool> holds) : IRequestMatcher
{
    public RequestMatcherType Type => RequestMatcherType.Path;

    public double GetMatchingScore(IRequestMessage requestMessage, IRequestMatchResult requestMatchResult) =>
        requestMatchResult.AddScore(GetType(), holds() ? MatchScores.Perfect : MatchScores.Mismatch, null);
}
