using System.Collections.Immutable;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.State;
using StagingHarness.StandIn.Stubs;
using StagingHarness.Tests.StandIn.Auth;

namespace StagingHarness.Tests.StandIn.Stubs;

/// <summary>A call is answered by what held when it came.</summary>
public sealed class CallMomentTests
{
    [Test]
    public async Task Change_in_between_is_seen_by_the_next_call_and_not_by_this_one()
    {
        using var key = SigningKey.Create();
        var model = new AuthModel(PlainProvider.Of(key), new FakeTimeProvider());
        model.Know(new StandInMappings
        {
            Plain = [],
            Contracts = StandInMappings.None.Contracts.Add("v2", [new StandInMapping { Name = "rates", Json = "{}" }]),
        });
        var moment = new CallMoment(model);

        var (during, after) = await Task.Run(() =>
        {
            moment.Begin();
            model.Change(new FacetOrder
            {
                Settings = new FacetSettings
                {
                    Mappings = "v2",
                    Endpoints = ImmutableSortedDictionary<string, EndpointRule>.Empty.Add("rates", new EndpointRule { Status = 503 }),
                },
            });
            var during = (moment.Settings.Mappings, moment.RuleOf("rates").Status);
            moment.Begin();
            return (during, (moment.Settings.Mappings, moment.RuleOf("rates").Status));
        });

        during.Should().Be((null, null));
        after.Should().Be(("v2", 503));
    }
}
