using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Tests.Execution.Supervision;

public sealed class InheritedEnvironmentTests
{
    [TestCase("ASPNETCORE_URLS", true)]
    [TestCase("aspnetcore_environment", true)]
    [TestCase("MSBuildSDKsPath", true)]
    [TestCase("DOTNET_STARTUP_HOOKS", true)]
    [TestCase("DOTNET_ROOT", false)]
    [TestCase("PATH", false)]
    [TestCase("NUGET_PACKAGES", false)]
    public void Variables_that_steer_hosts_are_told_from_others(string name, bool steers) =>
        InheritedEnvironment.SteersHosts(name).Should().Be(steers);

    [TestCase("https_proxy", true)]
    [TestCase("NO_PROXY", false)]
    public void Proxies_are_told_from_others(string name, bool isProxy) => InheritedEnvironment.IsProxy(name).Should().Be(isProxy);
}
