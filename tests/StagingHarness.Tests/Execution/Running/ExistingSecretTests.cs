using System.Collections.Immutable;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Systems.Credentials;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

/// <summary>A secret that exists before the run reaches servers and clients, and nothing that is kept.</summary>
public sealed class ExistingSecretTests
{
    private const string Canary = "correct-horse-battery-staple";

    [Test]
    public void Secret_is_given_to_servers_and_traffic_and_stands_in_no_file_of_the_run()
    {
        using var folder = new TemporaryFolder();
        using var stage = new FakeStage { Secrets = ImmutableSortedDictionary<string, string>.Empty.Add("api-key", Canary) };
        var plan = new PlanBuilder().Build();
        plan = plan with
        {
            System = plan.System with
            {
                Credentials =
                [
                    new EnvironmentSecretPlan { Name = "api-key", Header = "X-Api-Key", Variable = "SHOP_KEY" },
                    .. plan.System.Credentials.Where(credential => credential.Name != "api-key"),
                ],
            },
        };

        stage.Run(plan, new RunFolder(folder.Path));

        stage.Engine.Latest("portal-1").Order.Environment["KEY"].Should().Be(Canary);
        stage.Traffic.Order!.CredentialHeaders["X-Api-Key"].Should().Be(Canary);
        var kept = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).ToList();
        kept.Should().NotBeEmpty();
        kept.Where(file => Encoding.UTF8.GetString(File.ReadAllBytes(file)).Contains(Canary, StringComparison.Ordinal)).Should().BeEmpty();
        File.ReadAllText(new RunFolder(folder.Path).Journal).Should().Contain("SHOP_KEY");
    }
}
