using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Secrets;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Execution.Secrets;

public sealed class SecretReaderTests
{
    private const string Canary = "correct-horse-battery-staple";

    [Test]
    public void Secrets_are_read_from_where_the_system_says_and_never_stand_in_the_plan()
    {
        using var fixture = Referring();
        fixture.Write("scenarios/systems/key.txt", $"{Canary}\n");
        var plan = Plan(fixture);

        var secrets = SecretReader.Read(plan.System, fixture.Root, name => name == "SHOP_DATABASE" ? "abc" : null);

        secrets.Should().BeEquivalentTo(new Dictionary<string, string> { ["api-key"] = Canary, ["database"] = "abc" });
        JsonSerializer.Serialize(plan, PlanJson.Options).Should().NotContain(Canary).And.Contain("scenarios/systems/key.txt").And.Contain("SHOP_DATABASE");
    }

    [Test]
    public void Variable_that_is_not_set_is_named()
    {
        using var fixture = Referring();
        fixture.Write("scenarios/systems/key.txt", Canary);

        var read = () => SecretReader.Read(Plan(fixture).System, fixture.Root, _ => null);

        read.Should().Throw<SecretMissingException>().WithMessage(
            "Credential 'database' has no value: environment variable 'SHOP_DATABASE' is not set; set it where the harness runs.");
    }

    [TestCase(null, "Credential 'api-key' has no value: file 'scenarios/systems/key.txt' cannot be read; it must be a file that the current user may read.")]
    [TestCase("\n", "Credential 'api-key' has no value: file 'scenarios/systems/key.txt' is empty; put the secret into it.")]
    public void File_that_is_missing_or_empty_is_named(string? text, string message)
    {
        using var fixture = Referring();
        if (text is not null)
        {
            fixture.Write("scenarios/systems/key.txt", text);
        }

        var read = () => SecretReader.Read(Plan(fixture).System, fixture.Root, _ => "abc");

        read.Should().Throw<SecretMissingException>().WithMessage(message);
    }

    private static ScenarioFixture Referring()
    {
        var fixture = new ScenarioFixture();
        fixture.Replace(
            ScenarioFixture.SystemFile,
            "api-key: { header: X-Api-Key, generated: true }",
            "api-key: { header: X-Api-Key, from: { file: key.txt } }\n  database: { from: { environment: SHOP_DATABASE } }");
        return fixture;
    }

    private static ScenarioPlan Plan(ScenarioFixture fixture)
    {
        var result = fixture.Load();
        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        return result.Plan!;
    }
}
