using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Execution.Traffic;
using StagingHarness.Protocols.Generator;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Tests.Execution.Traffic;

public sealed class GeneratorOrdersTests
{
    [Test]
    public void Form_is_ordered_with_the_password_of_whom_it_names()
    {
        var form = new RequestPlan(1, "POST", "/login")
        {
            Form = ImmutableSortedDictionary<string, FormFieldPlan>.Empty
                .Add("username", new FormFieldPlan { Value = "alice" })
                .Add("password", new FormFieldPlan { User = "alice" }),
        };

        var ordered = GeneratorOrders.Of(Order(new RequestPlan(0, "GET", "/"), form), GeneratorShare.Whole, 1).Requests;

        ordered[0].Form.Should().BeNull();
        ordered[1].Form.Should().BeEquivalentTo(new Dictionary<string, string> { ["username"] = "alice", ["password"] = "made for the run" });
    }

    private static TrafficOrder Order(params ImmutableArray<RequestPlan> requests) => new()
    {
        Plan = new TrafficPlan
        {
            Service = "site",
            RatePerSecond = 10,
            Requests = requests,
            Credentials = [],
            Timeout = TimeSpan.FromSeconds(5),
            Connections = 1,
            TolerableDrops = Share.None,
        },
        Seed = 7,
        Target = new Uri("http://gateway:8080/"),
        CredentialHeaders = ImmutableSortedDictionary<string, string>.Empty,
        Passwords = ImmutableSortedDictionary<string, string>.Empty.Add("alice", "made for the run").Add("bob", "another"),
        EpochTimestamp = 0,
        WarmUpRequests = 0,
    };
}
