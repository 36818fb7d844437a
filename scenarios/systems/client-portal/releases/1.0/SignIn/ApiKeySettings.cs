namespace ClientPortal.Release.SignIn;

/// <summary>The API keys that the portal has given to its clients.</summary>
internal sealed class ApiKeySettings
{
    public const string Section = "Portal";

    public const string Requirement =
        "setting 'Portal:ApiKeys' has no key or an empty one, so no client could sign in; "
        + "give each key as 'Portal__ApiKeys__0', 'Portal__ApiKeys__1' and so on";

    public IReadOnlyList<string> ApiKeys { get; init; } = [];

    public bool AreComplete() => ApiKeys.Count > 0 && !ApiKeys.Any(string.IsNullOrWhiteSpace);
}
