using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>Somebody who can sign in at the provider; the password is made for the run.</summary>
internal sealed record SignInUserDocument
{
    /// <summary>Name of the one user that there is where a system names none; services refer to it.</summary>
    public const string Usual = "user";

    public static MappingShape<SignInUserDocument> Shape { get; } =
        new MappingShape<SignInUserDocument>(new SignInUserDocument())
            .Optional("claims", new JsonObjectShape("claim"), (document, value) => document with { Claims = value })
            .Elsewhere("password", "it is made for each run; services learn it as '{provider.users.NAME.password}'");

    /// <summary>JSON.</summary>
    public Spanned<string>? Claims { get; init; }
}
