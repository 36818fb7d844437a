namespace ClientPortal.Release.SignIn;

/// <summary>The provider whose access tokens are accepted, and the audience they must be meant for.</summary>
internal sealed class ProviderSettings
{
    public const string Section = "Portal:Provider";

    public const string IssuerRequirement =
        "setting 'Portal:Provider:Issuer' is not an http or https URL, so no token could be validated; "
        + "set 'Portal__Provider__Issuer' to the provider's issuer";

    public const string AudienceRequirement =
        "setting 'Portal:Provider:Audience' is empty, so no token could be meant for the portal; "
        + "set 'Portal__Provider__Audience' to the audience of its access tokens";

    public string Issuer { get; init; } = "";

    public string Audience { get; init; } = "";

    /// <summary>The version of HTTP that its metadata is asked for with, or a higher one that it speaks.</summary>
    public Version? HttpVersion { get; init; }

    public string MetadataAddress => $"{Issuer.TrimEnd('/')}/.well-known/openid-configuration";

    /// <summary>Plain http is for whoever configures a plain http issuer, and for nobody else.</summary>
    public bool RequireHttps => new Uri(Issuer).Scheme == Uri.UriSchemeHttps;

    public bool HasIssuer() =>
        Uri.TryCreate(Issuer, UriKind.Absolute, out Uri? issuer)
        && (issuer.Scheme == Uri.UriSchemeHttps || issuer.Scheme == Uri.UriSchemeHttp);

    public bool HasAudience() => !string.IsNullOrWhiteSpace(Audience);
}
