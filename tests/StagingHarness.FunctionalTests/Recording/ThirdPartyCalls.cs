using System.Collections.Immutable;

namespace StagingHarness.FunctionalTests.Recording;

/// <summary>A secret in each place where one can stand, and calls whose form is odd.</summary>
internal static class ThirdPartyCalls
{
    public const string Jwt = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl";

    public static ImmutableArray<string> Secrets { get; } =
    [
        "bearer-s3cret-1", "basic-s3cret-2", "cookie-s3cret-3", "dpop-s3cret-4", "client-s3cret-5", "assertion-s3cret-6", "code-s3cret-7", "verifier-s3cret-8",
        "pass-s3cret-9", "access-s3cret-10", "refresh-s3cret-11", "device-s3cret-12", "key-s3cret-13", "query-s3cret-14", "session-s3cret-15", "pin-s3cret-16",
        "xml-s3cret-17", "location-s3cret-18", "id-s3cret-19", Jwt,
    ];

    public static ImmutableArray<PartyCall> All { get; } =
    [
        new("GET", "/rates?base=EUR"),
        new("GET", "/rates?base=USD&day=2026-01-01"),
        new("GET", "/rates"),
        new("GET", "/many?a=1&a=2&b=x,y&c=&d=a%26b%3Dc+d"),
        new("GET", "/asked?y="),
        new("GET", "/asked?y=1"),
        new("GET", "/asked"),
        new("GET", "/with%20space/and%2Bplus/%C3%A4"),
        new("GET", "/bytes"),
        new("GET", "/gzipped"),
        new("DELETE", "/rates/1"),

        // What this answers is a secret that only a later call gives away.
        new("GET", "/echo-bearer"),
        new("GET", "/private") { Headers = [("Authorization", "Bearer bearer-s3cret-1"), ("DPoP", "dpop-s3cret-4"), ("X-Api-Key", "key-s3cret-13"), ("Cookie", "a=cookie-s3cret-3; b=2")] },
        new("GET", "/basic") { Headers = [("Authorization", "Basic " + Convert.ToBase64String("shop:basic-s3cret-2"u8.ToArray()))] },
        new("GET", "/by-key?api_key=query-s3cret-14&base=EUR"),
        new("GET", $"/path/{Jwt}/end"),
        new("POST", "/sign-in", """{"user":"alice","password":"pass-s3cret-9","pin":"pin-s3cret-16"}"""),
        new("POST", "/form", "grant_type=authorization_code&code=code-s3cret-7&code_verifier=verifier-s3cret-8&client_secret=client-s3cret-5&client_assertion=assertion-s3cret-6", "application/x-www-form-urlencoded"),
        new("POST", "/devices", "device_code=device-s3cret-12&user=a", "application/x-www-form-urlencoded"),
        new("POST", "/soap", "<a><password>xml-s3cret-17</password></a>", "application/xml"),
        new("POST", "/orders", """{"item":"book","count":2}"""),
        new("POST", "/token", "grant_type=client_credentials", "application/x-www-form-urlencoded"),
        new("GET", "/tokens"),
        new("GET", "/redirect"),
    ];
}
