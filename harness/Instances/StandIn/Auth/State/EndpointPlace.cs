using StagingHarness.Protocols.Provider;

namespace StagingHarness.StandIn.Auth.State;

/// <summary>Where a call came in.</summary>
/// <param name="Endpoint">Its name.</param>
/// <param name="IsOld">It came to the path from which a rule has moved the endpoint away.</param>
internal sealed record EndpointPlace(string Endpoint, bool IsOld)
{
    /// <summary>Null where no endpoint is or was.</summary>
    public static EndpointPlace? Find(AuthState now, string path)
    {
        foreach (var (endpoint, usual) in StandInEndpoint.Paths)
        {
            if (endpoint == StandInEndpoint.Par && !now.TakesPushed)
            {
                continue;
            }

            var moved = now.RuleOf(endpoint).MovedTo;
            if (path == (moved ?? usual))
            {
                return new EndpointPlace(endpoint, IsOld: false);
            }

            if (moved is not null && path == usual)
            {
                return new EndpointPlace(endpoint, IsOld: true);
            }
        }

        return null;
    }

    /// <summary>The URL that discovery tells: a moved endpoint's new one only where its old one is gone for good.</summary>
    public static string AddressOf(AuthState now, string endpoint) =>
        now.Issuer + PathOf(now, endpoint);

    /// <summary>The path of that URL.</summary>
    public static string PathOf(AuthState now, string endpoint) =>
        now.RuleOf(endpoint) is { MovedTo: { } moved, Status: null or < 300 or >= 400 } ? moved : StandInEndpoint.Paths[endpoint];
}
