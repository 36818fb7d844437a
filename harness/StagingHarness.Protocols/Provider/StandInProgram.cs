namespace StagingHarness.Protocols.Provider;

/// <summary>How the provider stand-in is started, and the routes of its control listener.</summary>
public static class StandInProgram
{
    /// <summary>Option: URL to bind for app servers and clients.</summary>
    public const string ListenOption = "--listen";

    /// <summary>Option: URL to bind for the harness.</summary>
    public const string ControlOption = "--control";

    /// <summary>Option: the issuer, which is the public base URL; a slash at its end is removed.</summary>
    public const string IssuerOption = "--issuer";

    /// <summary>Environment variable: audience of the access tokens.</summary>
    public const string AudienceVariable = "STANDIN_AUDIENCE";

    /// <summary>Environment variable: lifetime of access tokens in whole seconds.</summary>
    public const string TokenLifetimeVariable = "STANDIN_TOKEN_LIFETIME_SECONDS";

    /// <summary>Environment variable: clients and their secrets as <c>id=secret&amp;id=secret</c>, each form-encoded.</summary>
    public const string ClientsVariable = "STANDIN_CLIENTS";

    /// <summary>
    /// Environment variable: JSON list of <see cref="CertificateMaterial"/>, one of each kind; with it clients are listened to by TLS.
    /// </summary>
    public const string CertificatesVariable = "STANDIN_CERTIFICATES";

    /// <summary>Environment variable: <see cref="SignInSetup"/> as JSON, percent-encoded; without it nobody signs in.</summary>
    public const string SignInVariable = "STANDIN_SIGN_IN";

    /// <summary>GET: 200 once both listeners are open, also while the first key is still made; the one control route that needs no token.</summary>
    public const string HealthPath = "/health";

    /// <summary>GET of the <see cref="StandInReadings"/>.</summary>
    public const string ReadingsPath = "/readings";

    /// <summary>GET of the <see cref="StandInJournal"/>.</summary>
    public const string JournalPath = "/journal";

    /// <summary>PUT of a <see cref="FacetOrder"/>: answers the <see cref="FacetState"/> that follows.</summary>
    public const string FacetsPath = "/facets";

    /// <summary>PUT of the <see cref="StandInMappings"/>, once, before anybody calls: answers the <see cref="StandInReadings"/>, which count them.</summary>
    public const string MappingsPath = "/mappings";

    /// <summary>Path of the token endpoint on the public listener.</summary>
    public const string TokenPath = "/token";

    /// <summary>Header on every answer of the public listener: which stub gave it, or <c>unmatched</c>, or <c>error</c>.</summary>
    public const string MarkerHeader = "X-StandIn";
}
