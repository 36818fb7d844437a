using System.Text.Json.Nodes;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.Granting;
using StagingHarness.StandIn.Auth.Proofs;
using StagingHarness.StandIn.Auth.SignIn;
using StagingHarness.StandIn.Auth.State;
using StagingHarness.StandIn.Auth.Tokens;

namespace StagingHarness.StandIn.Auth.Discovery;

/// <summary>The discovery document (OpenID Connect Discovery 1.0, RFC 8414): what there is, and nothing else.</summary>
internal static class Metadata
{
    private static readonly string[] AskedByClients = ["token_endpoint", "introspection_endpoint", "revocation_endpoint"];

    public static JsonObject Of(AuthState now)
    {
        var proofs = ClientAuthentication.MethodsOf(now);
        var metadata = new JsonObject
        {
            ["issuer"] = now.ToldIssuer,
            ["authorization_endpoint"] = EndpointPlace.AddressOf(now, StandInEndpoint.Authorize),
            ["token_endpoint"] = EndpointPlace.AddressOf(now, StandInEndpoint.Token),
            ["jwks_uri"] = EndpointPlace.AddressOf(now, StandInEndpoint.KeySet),
            ["userinfo_endpoint"] = EndpointPlace.AddressOf(now, StandInEndpoint.UserInfo),
            ["introspection_endpoint"] = EndpointPlace.AddressOf(now, StandInEndpoint.Introspection),
            ["revocation_endpoint"] = EndpointPlace.AddressOf(now, StandInEndpoint.Revocation),
            ["end_session_endpoint"] = EndpointPlace.AddressOf(now, StandInEndpoint.EndSession),
            ["device_authorization_endpoint"] = EndpointPlace.AddressOf(now, StandInEndpoint.DeviceAuthorization),
            ["grant_types_supported"] = List(TokenGrants.Types),
            ["response_types_supported"] = List(["code"]),
            ["response_modes_supported"] = List(AuthorizeRules.ResponseModes),
            ["scopes_supported"] = List(["openid", "profile", "offline_access"]),
            ["code_challenge_methods_supported"] = List(["S256"]),
            ["subject_types_supported"] = List(["public"]),
            ["id_token_signing_alg_values_supported"] = List([now.Signing.Algorithm]),
            ["token_endpoint_auth_methods_supported"] = List(proofs),
            ["introspection_endpoint_auth_methods_supported"] = List(proofs),
            ["revocation_endpoint_auth_methods_supported"] = List(proofs),
            ["authorization_response_iss_parameter_supported"] = true,
        };
        if (KeyProof.IsKnown(now))
        {
            metadata["dpop_signing_alg_values_supported"] = List(SignedToken.Algorithms);
        }

        if (proofs.Contains(ClientAuthentication.IssuedCertificate) || proofs.Contains(ClientAuthentication.SelfSignedCertificate))
        {
            metadata["tls_client_certificate_bound_access_tokens"] = true;
        }

        foreach (var endpoint in proofs.Contains(ClientAuthentication.PrivateKey) ? AskedByClients : [])
        {
            metadata[$"{endpoint}_auth_signing_alg_values_supported"] = List(SignedToken.Algorithms);
        }

        if (now.Settings.PushedAuthorization is PushedAuthorization.Advertised or PushedAuthorization.Required)
        {
            metadata["pushed_authorization_request_endpoint"] = EndpointPlace.AddressOf(now, StandInEndpoint.Par);
            metadata["require_pushed_authorization_requests"] = now.Settings.PushedAuthorization == PushedAuthorization.Required;
        }

        return metadata;
    }

    private static JsonArray List(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);
}
