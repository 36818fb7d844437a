using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.Changes;

/// <summary>Lays settings over those that hold; what they leave out stays as it is.</summary>
/// <param name="Ordered">What changes.</param>
/// <param name="Next">Signs from now on; null where the algorithm stays.</param>
internal sealed record SettingsFacet(FacetSettings Ordered, SigningKey? Next) : IFacet
{
    public AuthState Apply(AuthState state)
    {
        var now = state.Settings;
        var changed = state with
        {
            Settings = now with
            {
                Issuer = Ordered.Issuer ?? now.Issuer,
                TokenIssuer = Ordered.TokenIssuer ?? now.TokenIssuer,
                Audience = Ordered.Audience ?? now.Audience,
                TokenType = Ordered.TokenType ?? now.TokenType,
                Algorithm = Ordered.Algorithm ?? now.Algorithm,
                KeySet = Ordered.KeySet ?? now.KeySet,
                OtherKeys = Ordered.OtherKeys ?? now.OtherKeys,
                Claims = Ordered.Claims ?? now.Claims,
                ClaimLists = Ordered.ClaimLists ?? now.ClaimLists,
                Metadata = Ordered.Metadata ?? now.Metadata,
                TokenAnswer = Ordered.TokenAnswer ?? now.TokenAnswer,
                ClientAuthentication = Ordered.ClientAuthentication ?? now.ClientAuthentication,
                ClientSecrets = Ordered.ClientSecrets ?? now.ClientSecrets,
                PushedAuthorization = Ordered.PushedAuthorization ?? now.PushedAuthorization,
                Pkce = Ordered.Pkce ?? now.Pkce,
                Dpop = Ordered.Dpop ?? now.Dpop,
                RefreshRotation = Ordered.RefreshRotation ?? now.RefreshRotation,
                RefreshGraceMilliseconds = Ordered.RefreshGraceMilliseconds ?? now.RefreshGraceMilliseconds,
                Endpoints = Ordered.Endpoints is null ? now.Endpoints : (now.Endpoints ?? EndpointRules.None).SetItems(Ordered.Endpoints),
                Mappings = Ordered.Mappings ?? now.Mappings,
                Certificate = Ordered.Certificate ?? now.Certificate,
                TlsMinimum = Ordered.TlsMinimum ?? now.TlsMinimum,
                HttpMinimum = Ordered.HttpMinimum ?? now.HttpMinimum,
            },
            Shown = Ordered.KeySet switch
            {
                KeySetMode.Stale => state.PublicKeys,
                null => state.Shown,
                _ => null,
            },
        };
        return Next is null ? changed : changed with { Signing = Next, Published = [Next] };
    }
}
