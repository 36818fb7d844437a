using System.Collections.Immutable;
using NUnit.Framework;

namespace StagingHarness.NUnit;

/// <summary>
/// The candidate that a test run is given from outside: <c>STAGE_SET="upgrade.to.release=2.0;upgrade.to.platform=1"</c>, or test run
/// parameters named like paths of a scenario. A scenario takes those that it names under <c>candidate</c>.
/// </summary>
internal static class TestOverrides
{
    public const string EnvironmentVariable = "STAGE_SET";

    /// <returns>Entries <c>path=value</c>.</returns>
    public static ImmutableArray<string> FromEnvironment()
    {
        var variable = Environment.GetEnvironmentVariable(EnvironmentVariable) ?? "";
        var parameters = TestContext.Parameters.Names
            .Where(name => name.Contains('.', StringComparison.Ordinal))
            .Select(name => $"{name}={TestContext.Parameters.Get(name)}");
        return
        [
            .. variable.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            .. parameters.Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The path that an entry sets.</summary>
    public static string PathOf(string entry) => entry.Split('=', 2)[0];
}
