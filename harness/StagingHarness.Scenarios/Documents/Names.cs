using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>The names that authors give, and refer to from several places.</summary>
internal static class Names
{
    public static ScalarShape<string> Service { get; } = new SlugShape("the name of a service", "portal");

    public static ScalarShape<string> Server { get; } = new SlugShape("the name of a server", "portal-1");

    /// <summary>A number of servers.</summary>
    public static ScalarShape<int> ServerCount { get; } = new CountShape { Least = 1, Most = 100, Usual = 1 };

    /// <summary>A version of the provider.</summary>
    public static ScalarShape<string> Contract { get; } = new SlugShape("the name of a contract", "v2");

    /// <summary>A client of the provider, which is its id.</summary>
    public static ScalarShape<string> Client { get; } = new SlugShape("the name of a client", "portal-web");

    /// <summary>Somebody who signs in at the provider.</summary>
    public static ScalarShape<string> User { get; } = new SlugShape("the name of a user", "alice");

    public static ScalarShape<string> Phase { get; } = new SlugShape("the name of a phase", "upgraded");

    public static ScalarShape<string> Instance { get; } = new SlugShape("the name of an instance", "portal-1");

    public static ScalarShape<string> Endpoint { get; } = new TextShape("the name of an endpoint", "token");

    public static ScalarShape<string> Member { get; } = new SlugShape("the name of a member of the stage", "portal");

    public static ScalarShape<string> Fault { get; } = new SlugShape("the name of a fault", "slow-database");

    public static ScalarShape<string> Job { get; } = new SlugShape("the name of a job", "migrate");

    public static ScalarShape<string> Alert { get; } = new SlugShape("the name of an alert rule", "too-many-errors");

    public static ScalarShape<string> Hook { get; } = new SlugShape("the name of a hook", "fill-cache");

    public static ScalarShape<string> Credential { get; } = new SlugShape("the name of a credential", "api-key");

    public static ScalarShape<string> File { get; } = new SlugShape("the name of a file", "conf");

    public static ScalarShape<string> Release { get; } = new VersionNameShape("the name of a release", "2.0");

    public static ScalarShape<string> Configuration { get; } = new SlugShape("the name of a configuration", "strict");

    public static ScalarShape<string> Platform { get; } = new VersionNameShape("the name of a platform", "2");
}
