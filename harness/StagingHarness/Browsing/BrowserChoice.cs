using StagingHarness.Execution.Ports.Browsing;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Browsing;

/// <summary>
/// The browser of a run. What drives one weighs more than the rest of the harness, so it is a package of its own that is found where it lies: a program that does not
/// refer to it carries nothing of it.
/// </summary>
internal static class BrowserChoice
{
    private const string Package = "StagingHarness.Browser";

    /// <returns>Null when no journey of the plan needs one.</returns>
    /// <exception cref="BrowserMissingException">One is needed, and there is none.</exception>
    public static IBrowserLauncher? For(ScenarioPlan plan, IBrowserLauncher? given)
    {
        if (plan.Traffic.Browser is not { IsEmpty: false })
        {
            return null;
        }

        var launcher = given ?? FindPackage() ?? throw new BrowserMissingException(
            $"what drives one is not there: refer to the package {Package} in the project that runs the scenario.");
        launcher.Find();
        return launcher;
    }

    private static IBrowserLauncher? FindPackage() =>
        Type.GetType($"{Package}.PlaywrightLauncher, {Package}", throwOnError: false) is { } type ? (IBrowserLauncher?)Activator.CreateInstance(type) : null;
}
