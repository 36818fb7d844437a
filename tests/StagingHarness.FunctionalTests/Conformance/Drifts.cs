using System.Text.Json.Nodes;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>For each check something that it must see.</summary>
internal static class Drifts
{
    private const string Stolen = """{"access_token":"stolen","token_type":"Bearer","expires_in":600}""";

    private static readonly FacetSettings SecretsAlone = new() { ClientAuthentication = ["client_secret_basic", "client_secret_post"] };

    public static IReadOnlyList<Drift> All { get; } =
    [
        Told("Issuer_of_another_address", "Issuer_is_the_address_that_was_asked", """{"issuer":"http://other.example"}"""),
        Told("Subject_types_missing", "Discovery_document_is_JSON_and_whole", """{"subject_types_supported":null}"""),
        Told("Relative_endpoint", "Endpoints_are_absolute", """{"token_endpoint":"/token"}"""),
        Told("Plain_proof_keys_alone", "Proof_keys_are_announced", """{"code_challenge_methods_supported":["plain"]}"""),
        Told("Another_algorithm_announced", "Algorithm_of_id_tokens_is_announced", """{"id_token_signing_alg_values_supported":["PS512"]}"""),
        Changed("Private_part_shown", "Keys_are_public_and_have_names", "/jwks", body => body["keys"]![0]!["d"] = "AQAB"),
        Changed("Key_without_a_name", "Keys_are_public_and_have_names", "/jwks", body => ((JsonObject)body["keys"]![0]!).Remove("kid")),

        Sent("State_of_another_request", "Browser_comes_back_with_code_and_state", "state=st%26te", "state=other"),
        Sent("Issuer_mixed_up", "Answer_names_the_issuer_where_that_is_announced", "iss=http", "iss=https"),
        new("Code_left_out_of_the_form", "Form_post_brings_the_code_in_a_form")
        {
            Tamper = At("/login", answer => answer with { Body = answer.Body.Replace("name=\"code\"", "name=\"kode\"", StringComparison.Ordinal) }),
        },
        Redirected("Unknown_client_sent_back", "Unknown_client_is_sent_nowhere", "/authorize", "http://portal.example/signin-oidc?error=unauthorized_client"),
        Redirected("Open_redirect", "Foreign_redirect_URI_is_gone_to_by_nobody", "/authorize", "http://stranger.example/?error=invalid_request"),
        new("Code_for_any_response_type", "Response_type_that_is_not_there_is_refused")
        {
            Tamper = At("/authorize", answer => answer with { Status = 302, Headers = answer.Headers.SetItem("Location", "http://portal.example/signin-oidc?code=c") }),
        },
        new("Lifetime_as_text", "Code_buys_tokens_that_nobody_keeps") { Facets = new FacetSettings { TokenAnswer = """{"expires_in":"600"}""" } },
        new("Token_without_a_type", "Code_buys_tokens_that_nobody_keeps") { Facets = new FacetSettings { TokenAnswer = """{"token_type":null}""" } },
        new("Tokens_that_may_be_stored", "Code_buys_tokens_that_nobody_keeps")
        {
            Tamper = At("/token", answer => answer with { Headers = answer.Headers.Remove("Cache-Control") }),
        },
        new("Tokens_of_another_issuer", "Id_token_is_signed_and_is_for_the_client") { Facets = new FacetSettings { TokenIssuer = "http://other.example" } },
        new("Key_that_signs_not_shown", "Id_token_is_signed_and_is_for_the_client")
        {
            Facets = new FacetSettings { KeySet = KeySetMode.Stale, Algorithm = "ES256" },
        },
        Changed("Access_token_swapped", "Hash_of_the_access_token_is_its_own", "/token", body => body["access_token"] = "another"),
        Bought("Proof_key_not_looked_at", "Wrong_proof_key_buys_nothing"),
        Bought("Code_used_again", "Code_buys_once"),
        Bought("Redirect_URI_not_compared", "Code_of_another_redirect_URI_buys_nothing"),

        Changed("Refresh_token_for_a_client", "Client_gets_a_token_of_its_own_and_no_refresh_token", "/token", body => body["refresh_token"] = "r"),
        new("Secrets_in_forms_alone", "Client_may_use_the_header") { Facets = new FacetSettings { ClientAuthentication = ["client_secret_post"] } },
        Bought("Secret_not_compared", "Wrong_secret_is_refused"),
        new("Challenge_left_out", "Wrong_secret_in_the_header_is_challenged")
        {
            Tamper = At("/token", answer => answer with { Headers = answer.Headers.Remove("WWW-Authenticate") }),
        },
        Changed("Another_error_for_an_unknown_grant", "Unknown_grant_is_refused", "/token", body => body["error"] = "server_error"),
        Changed("Another_error_without_a_grant", "Request_without_a_grant_is_refused", "/token", body => body["error"] = "server_error"),
        new("GET_answered", "Tokens_are_asked_for_by_POST") { Tamper = At("/token", answer => answer with { Status = 200, Body = Stolen }) },
        Changed("Refreshed_token_without_a_type", "Refresh_gives_new_tokens_about_the_same_user", "/token", body => body.Remove("token_type")),
        new("Refresh_tokens_that_stay", "Refresh_token_that_was_used_buys_nothing_more") { Facets = new FacetSettings { RefreshRotation = false } },
        Bought("Any_refresh_token_taken", "Refresh_token_of_nobody_buys_nothing"),
        Bought("Refresh_token_of_any_client_taken", "Refresh_token_of_another_client_buys_nothing"),

        Changed("Userinfo_about_another_user", "Userinfo_is_about_the_user_of_the_id_token", "/userinfo", body => body["sub"] = "bob"),
        new("Userinfo_forbidden_without_a_token", "Userinfo_without_a_token_is_challenged") { Tamper = At("/userinfo", answer => answer with { Status = 403 }) },
        new("Userinfo_without_a_challenge", "Userinfo_with_a_forged_token_is_challenged")
        {
            Tamper = At("/userinfo", answer => answer with { Headers = answer.Headers.Remove("WWW-Authenticate") }),
        },
        Changed("Good_token_called_inactive", "Good_token_is_told_to_be_active", "/introspect", body => body["active"] = false),
        Changed("More_told_of_a_forged_token", "Forged_token_is_told_to_be_inactive_and_no_more", "/introspect", body => body["sub"] = "alice"),
        new("Strangers_told", "Introspection_is_for_clients") { Tamper = At("/introspect", answer => answer with { Status = 200 }) },
        Changed("Revoked_token_called_active", "Token_that_was_revoked_is_inactive", "/introspect", body => body["active"] = true),
        Bought("Revoked_refresh_token_taken", "Sign_in_whose_refresh_token_was_revoked_is_over"),
        new("Revocation_refused", "Revocation_of_what_is_not_there_is_right") { Tamper = At("/revoke", answer => answer with { Status = 400 }) },
        Sent("State_lost_at_the_sign_out", "Signed_out_browser_goes_where_the_client_says", "bye?state=st%26te", "bye"),
        Redirected("Sign_out_to_a_stranger", "Signed_out_browser_goes_to_no_stranger", "/logout", "http://stranger.example/"),

        new("Secrets_alone", "Client_may_sign_who_it_is") { Facets = new FacetSettings { ClientAuthentication = ["client_secret_basic", "client_secret_post"] } },
        new("Secrets_alone_again", "Stronger_signature_is_taken_as_well") { Facets = new FacetSettings { ClientAuthentication = ["client_secret_basic"] } },
        Told("Assertions_not_announced", "Assertions_are_announced", """{"token_endpoint_auth_methods_supported":["client_secret_basic"]}"""),
        Told("Algorithms_left_out", "Algorithms_of_assertions_are_announced", """{"token_endpoint_auth_signing_alg_values_supported":null}"""),
        Changed("Another_error_for_a_stranger", "Client_that_proves_nothing_is_called_so", "/token", body => body["error"] = "invalid_grant"),
        Bought("Signature_not_looked_at", "Assertion_that_a_stranger_signed_is_refused"),
        Bought("Audience_not_looked_at", "Assertion_for_another_audience_is_refused"),
        Bought("Issuer_of_assertions_not_looked_at", "Assertion_about_another_client_is_refused"),
        Bought("Old_assertion_taken", "Assertion_that_has_run_out_is_refused"),
        Bought("Endless_assertion_taken", "Assertion_without_an_end_is_refused"),
        Bought("Assertion_taken_again", "Assertion_is_taken_once"),

        Told("Grant_of_devices_not_announced", "Sign_in_of_devices_is_announced", """{"grant_types_supported":["authorization_code"]}"""),
        Changed("Lifetime_of_codes_as_text", "Device_gets_codes_and_a_place", "/device_authorization", body => body["expires_in"] = "600"),
        Changed("Device_gets_codes_and_no_place", "Device_gets_codes_and_a_place", "/device_authorization", body => body.Remove("verification_uri")),
        new("Codes_for_strangers", "Stranger_gets_no_codes") { Tamper = At("/device_authorization", answer => answer with { Status = 200 }) },
        Bought("Device_that_need_not_wait", "Device_waits_for_its_user"),
        Changed("Device_that_may_ask_at_will", "Device_that_asks_at_once_again_is_slowed_down", "/token", body => body["error"] = "authorization_pending"),
        new("Device_that_waits_for_ever", "Device_gets_the_tokens_of_its_user")
        {
            Tamper = At("/token", answer => answer with { Status = 400, Body = """{"error":"authorization_pending"}""" }),
        },
        Bought("Code_of_a_device_used_again", "Code_of_a_device_buys_once"),
        Changed("Refusal_not_handed_on", "User_who_refuses_is_believed", "/token", body => body["error"] = "authorization_pending"),
        Bought("Any_code_of_a_device_taken", "Code_of_no_device_buys_nothing"),
        Bought("Device_without_a_code_taken", "Device_without_a_code_is_refused"),
        Bought("Code_of_any_client_s_device_taken", "Code_of_another_client_s_device_buys_nothing"),

        new("Proofs_not_announced", "Proofs_are_announced") { Facets = new FacetSettings { Dpop = DpopMode.None } },
        new("Proofs_not_looked_at", "Token_is_bound_to_the_key_of_the_proof") { Facets = new FacetSettings { Dpop = DpopMode.None } },
        new("Key_taken_out_of_tokens", "Token_is_bound_to_the_key_of_the_proof") { Facets = new FacetSettings { Claims = """{"cnf":null}""" } },
        Changed("Key_not_told", "Key_of_a_bound_token_is_told", "/introspect", body => body.Remove("cnf")),
        new("Userinfo_refused", "Userinfo_is_told_with_a_proof") { Tamper = At("/userinfo", answer => answer with { Status = 401 }) },
        new("Bound_token_borne", "Bound_token_is_not_borne") { Facets = new FacetSettings { Dpop = DpopMode.None } },
        ToldAll("Proof_not_asked_for", "Bound_token_without_a_proof_tells_nothing"),
        ToldAll("Token_of_the_proof_not_compared", "Proof_for_another_token_tells_nothing"),
        ToldAll("Key_of_the_token_not_compared", "Proof_by_another_key_tells_nothing"),
        Bought("Two_proofs_taken", "Two_proofs_are_refused"),
        Bought("Any_proof_taken", "Proof_that_cannot_be_read_is_refused"),
        Bought("Proof_without_an_id_taken", "Proof_without_an_id_is_refused"),
        Bought("Proof_of_any_type_taken", "Proof_of_another_type_is_refused"),
        Bought("Signature_of_proofs_not_looked_at", "Proof_that_another_key_signed_is_refused"),
        Bought("Private_key_taken", "Proof_that_shows_a_private_key_is_refused"),
        Bought("Method_of_proofs_not_looked_at", "Proof_for_another_method_is_refused"),
        Bought("Address_of_proofs_not_looked_at", "Proof_for_another_address_is_refused"),
        Changed("Another_error_for_an_old_proof", "Old_proof_is_refused", "/token", body => body["error"] = "invalid_grant"),
        Bought("Proof_taken_again", "Proof_is_taken_once"),

        new("Secrets_alone_where_one_was_issued", "Client_may_show_a_certificate_that_was_issued_for_it") { Facets = SecretsAlone },
        new("Secrets_alone_where_one_is_its_own", "Client_may_show_a_certificate_of_its_own") { Facets = SecretsAlone },
        Told("Certificates_not_announced", "Certificates_are_announced", """{"token_endpoint_auth_methods_supported":["client_secret_basic","tls_client_auth"]}"""),
        Told("Bound_tokens_not_announced", "Bound_tokens_are_announced", """{"tls_client_certificate_bound_access_tokens":null}"""),
        new("Token_bound_to_no_certificate", "Token_is_bound_to_the_certificate") { Facets = new FacetSettings { Claims = """{"cnf":null}""" } },
        Changed("Certificate_not_told", "Certificate_of_a_bound_token_is_told", "/introspect", body => body.Remove("cnf")),
        new("Userinfo_told_to_no_certificate", "Userinfo_is_told_to_a_connection_with_the_certificate") { Tamper = At("/userinfo", answer => answer with { Status = 401 }) },
        ToldAll("Certificate_not_looked_at", "Bound_token_tells_nothing_without_the_certificate"),
        ToldAll("Any_certificate_looked_at", "Bound_token_tells_nothing_with_another_certificate"),
        Bought("No_certificate_taken", "Client_that_shows_no_certificate_is_refused"),
        Bought("No_certificate_of_its_own_taken", "Client_that_shows_no_certificate_of_its_own_is_refused"),
        Bought("Subject_not_looked_at", "Certificate_of_another_subject_is_refused"),
        Bought("Issuer_of_certificates_not_looked_at", "Certificate_of_another_CA_is_refused"),
        Bought("Any_certificate_taken", "Certificate_that_anybody_could_make_is_refused"),
        Bought("Any_client_taken", "Certificate_of_another_client_is_refused"),
    ];

    private static Drift Told(string name, string check, string patch) => new(name, check) { Facets = new FacetSettings { Metadata = patch } };

    /// <summary>Every JSON object that this path answers.</summary>
    private static Drift Changed(string name, string check, string path, Action<JsonObject> change) => new(name, check)
    {
        Tamper = At(path, answer =>
        {
            if (answer.Json is not { } body)
            {
                return answer;
            }

            change(body);
            return answer with { Body = body.ToJsonString() };
        }),
    };

    /// <summary>Where the browser is sent.</summary>
    private static Drift Sent(string name, string check, string from, string to) => new(name, check)
    {
        Tamper = (_, answer) => answer.Location is { } location
            ? answer with { Headers = answer.Headers.SetItem("Location", location.Replace(from, to, StringComparison.Ordinal)) }
            : answer,
    };

    /// <summary>What was refused sends the browser away.</summary>
    private static Drift Redirected(string name, string check, string path, string location) => new(name, check)
    {
        Tamper = At(path, answer => answer.Status == 400 ? answer with { Status = 302, Headers = answer.Headers.SetItem("Location", location) } : answer),
    };

    /// <summary>What was refused gives tokens.</summary>
    private static Drift Bought(string name, string check) => new(name, check)
    {
        Tamper = At("/token", answer => answer.Status is 400 or 401 ? answer with { Status = 200, Body = Stolen } : answer),
    };

    /// <summary>The userinfo endpoint answers whoever asks.</summary>
    private static Drift ToldAll(string name, string check) => new(name, check)
    {
        Tamper = At("/userinfo", answer => answer with { Status = 200, Body = $$"""{"sub":"{{ProviderUnderTest.User}}"}""" }),
    };

    private static Func<string, Answer, Answer> At(string path, Func<Answer, Answer> change) => (asked, answer) => asked == path ? change(answer) : answer;
}
