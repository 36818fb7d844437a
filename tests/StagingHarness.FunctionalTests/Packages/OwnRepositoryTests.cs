using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Concurrency;
using StagingHarness.TestKit.Files;

namespace StagingHarness.FunctionalTests.Packages;

/// <summary>
/// A repository that has nothing of this one but its packages: the shop of Fixtures/Shop. Its test project refers to the NUnit package,
/// and the command is installed as a tool.
/// </summary>
public sealed class OwnRepositoryTests
{
    // Never the version of a release: what is restored here must not be taken for that.
    private const string Version = "0.1.0-of-this-test";

    private static readonly TimeSpan StageTurn = TimeSpan.FromMinutes(10);

    private static readonly string Configuration =
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private TemporaryFolder repository = null!;
    private ImmutableDictionary<string, string> environment = null!;

    [OneTimeSetUp]
    public async Task Pack()
    {
        repository = Checkout.CopyFolder(Path.Combine("tests", "StagingHarness.FunctionalTests", "Fixtures", "Shop"));
        Directory.CreateDirectory(Path.Combine(repository.Path, ".git"));
        repository.Replace(Path.Combine("tests", "Upgrades", "Upgrades.csproj"), "Version=\"0.1.0\"", $"Version=\"{Version}\"");
        await File.WriteAllTextAsync(Path.Combine(repository.Path, "nuget.config"), Sources, CancellationToken.None);
        environment = ImmutableDictionary<string, string>.Empty
            .Add("NUGET_PACKAGES", Path.Combine(repository.Path, "packages"))
            .Add("STAGE_ENGINE", "process");
        var (exitCode, output) = await DotnetCommand.RunAsync(
            "dotnet",
            Checkout.Root,
            ImmutableDictionary<string, string>.Empty,
            "pack", "StagingHarness.sln", "--no-build", "--configuration", Configuration, "--output", Feed, $"-p:PackageVersion={Version}");
        exitCode.Should().Be(0, "{0}", output);
    }

    [OneTimeTearDown]
    public void Delete() => repository.Dispose();

    [Test]
    public async Task Scenario_files_are_test_cases_there_and_the_candidate_comes_from_outside()
    {
        var safe = await DotnetCommand.RunAsync("dotnet", repository.Path, environment, "test", TestProject);
        var unknown = await DotnetCommand.RunAsync(
            "dotnet", repository.Path, environment.Add("STAGE_SET", "upgrade.to.release=3.0"), "test", TestProject, "--no-build");

        safe.ExitCode.Should().Be(0, "{0}", safe.Output);
        safe.Output.Should().MatchRegex(@"Passed!\s+- Failed:\s+0, Passed:\s+1, Skipped:\s+0");
        unknown.ExitCode.Should().Be(1, "{0}", unknown.Output);
        unknown.Output.Should().Contain("release '3.0'").And.Contain("Scenario_keeps_its_promise(shop-upgrade)");
    }

    [Test]
    public async Task Scenario_that_takes_nothing_of_the_candidate_is_no_pass()
    {
        var filtered = await DotnetCommand.RunAsync(
            "dotnet", repository.Path, environment.Add("STAGE_SET", "upgrade.to.platform=2"), "test", TestProject, "--filter", "Name~shop-upgrade", "--logger", "console;verbosity=normal");
        var forbidden = await DotnetCommand.RunAsync(
            "dotnet",
            repository.Path,
            environment.Add("STAGE_SET", "upgrade.to.platform=2").Add("STAGE_NO_SKIP", "1"),
            "test", TestProject, "--no-build", "--filter", "Name~shop-upgrade");

        filtered.Output.Should().MatchRegex(@"Total tests: 1\s+Skipped: 1\s");
        filtered.Output.Should().Contain("'upgrade.to.platform=2' was given, and this scenario takes nothing of it");
        forbidden.ExitCode.Should().Be(1, "{0}", forbidden.Output);
    }

    [Test]
    [Category("Nightly")]
    public async Task Command_is_installed_as_a_tool_and_runs_the_scenario()
    {
        using var turn = await StageLimit.AcquireAsync(StageTurn, TimeProvider.System, TestContext.CurrentContext.CancellationToken);
        var tools = Path.Combine(repository.Path, "tools");
        var installed = await DotnetCommand.RunAsync(
            "dotnet", repository.Path, environment, "tool", "install", "StagingHarness.Cli", "--version", Version, "--tool-path", tools);
        installed.ExitCode.Should().Be(0, "{0}", installed.Output);

        var run = await DotnetCommand.RunAsync(
            Path.Combine(tools, OperatingSystem.IsWindows() ? "stage.exe" : "stage"), repository.Path, environment, "run", "scenarios/shop.scenario.yaml");

        run.ExitCode.Should().Be(0, "{0}", run.Output);
        run.Output.Should().Contain("SAFE  shop-upgrade: The shop is upgraded under traffic");
    }

    private static string TestProject => Path.Combine("tests", "Upgrades");

    private string Feed => Path.Combine(repository.Path, "feed");

    /// <summary>The packages of this build beside the usual source; what is on this machine already is not fetched again.</summary>
    private string Sources =>
        $"""
        <configuration>
          <packageSources>
            <add key="this-build" value="{Feed}" />
          </packageSources>
          <fallbackPackageFolders>
            <add key="of-this-machine" value="{MachinePackages}" />
          </fallbackPackageFolders>
        </configuration>
        """;

    private static string MachinePackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
