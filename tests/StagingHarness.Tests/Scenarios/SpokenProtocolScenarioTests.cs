using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>What clients speak, as an author writes it, and what the plan makes of it.</summary>
public sealed class SpokenProtocolScenarioTests
{
    private const string Connections = "connections: 32";

    [TestCase("http: 1.1\n  tls: false", ClientHttp.Http11, false, 64, null, "")]
    [TestCase("tls: true", ClientHttp.Http11, true, 64, null, ", by HTTP/1.1 over TLS")]
    [TestCase("http: 2\n  tls: true", ClientHttp.Http2, true, 4, 100, ", by HTTP/2 over TLS on 4 connections, up to 100 requests at a time on each")]
    [TestCase("http: \"2\"\n  connections: 1", ClientHttp.Http2, false, 1, 100, ", by HTTP/2 on 1 connection, up to 100 requests at a time on each")]
    [TestCase("http: 2\n  connections: 4096", ClientHttp.Http2, false, 4096, 1, ", by HTTP/2 on 4096 connections, up to 1 request at a time on each")]
    public void Traffic_becomes_a_plan(string written, ClientHttp http, bool tls, int connections, int? atATime, string sentence)
    {
        using var fixture = new ScenarioFixture();

        var plan = fixture.LoadWith(ScenarioFixture.ScenarioFile, ScenarioFixture.Scenario.Replace(Connections, written, StringComparison.Ordinal)).Plan!;

        (plan.Traffic.Http, plan.Traffic.Tls, plan.Traffic.Connections, plan.Traffic.RequestsAtATime).Should().Be((http, tls, connections, atATime));
        plan.Steps.OfType<StartTrafficStepPlan>().Single().Sentence.Should().EndWith($"with api-key and access-token{sentence}");
    }
}
