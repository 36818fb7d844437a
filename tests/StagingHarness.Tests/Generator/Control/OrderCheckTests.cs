using System.Collections.Immutable;
using System.Diagnostics;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Control;
using StagingHarness.Generator.Sending;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Tests.Generator.Control;

public sealed class OrderCheckTests
{
    private static readonly GeneratorOrder Sound = new()
    {
        Target = new Uri("http://127.0.0.1:8080/"),
        Routes = [new GeneratorRoute { Host = "gateway", Port = 8080, At = "127.0.0.1:32768" }],
        Seed = 1,
        Requests = [new GeneratorRequest { Route = 0, Method = "GET", Path = "/" }],
        Headers = ImmutableSortedDictionary<string, string>.Empty,
        Arrivals = ArrivalOrder.Evenly(100),
        Turns = [],
        Timeout = TimeSpan.FromSeconds(5),
        Connections = 64,
        WarmUpRequests = 0,
        EpochTimestamp = 0,
        TimestampFrequency = Stopwatch.Frequency,
    };

    private static IEnumerable<TestCaseData> Unsound =>
    [
        Case(Sound with { TimestampFrequency = 3 }, $"The order's clock has 3 ticks per second, this one {Stopwatch.Frequency}; run harness and generator on one machine."),
        Case(Sound with { Target = new Uri("ftp://x/") }, "Target 'ftp://x/' is no HTTP address; give an absolute one."),
        Case(Sound with { Target = new Uri("/x", UriKind.Relative) }, "Target '/x' is no HTTP address; give an absolute one."),
        Case(Sound with { Routes = [new GeneratorRoute { Host = "gateway", Port = 8080, At = "localhost:1" }] },
            "Route for 'gateway:8080' leads to 'localhost:1'; give an address as IP:PORT."),
        Case(Sound with { Requests = [] }, "The order has no requests; give at least one."),
        Case(Sound with { Arrivals = ArrivalOrder.Evenly(0) }, "Rate '0' is out of range; give more than 0 and at most 1,000,000 requests per second."),
        Case(Sound with { Arrivals = ArrivalOrder.Evenly(double.NaN) }, "Rate 'NaN' is out of range; *"),
        Case(Sound with { Connections = 4097 }, "Connections '4097' is out of range; give 1 to 4096."),
        Case(Sound with { RequestsAtATime = 2 }, "Requests at a time '2' is out of range; on each of 64 connections of this version of HTTP, give 1 to 1."),
        Case(Sound with { RequestsAtATime = 65, Http = ClientHttp.Http2 },
            "Requests at a time '65' is out of range; on each of 64 connections of this version of HTTP, give 1 to 64."),
        Case(Sound with { Target = new Uri("https://gateway:8080/") },
            "Target 'https://gateway:8080/' is secured, and the order trusts no CA; give the one that issued its certificate."),
        Case(Sound with { TrustedRoots = ["AAAA"] }, "A CA that is to be trusted cannot be read: * Give its certificate, DER in Base64."),
        Case(Sound with { WarmUpRequests = -1 }, "Warm-up requests '-1' is negative; give 0 or more."),
        Case(Sound with { Timeout = TimeSpan.Zero }, "Timeout '00:00:00' is out of range; give 1 ms to 1 h."),
        Case(Sound with { Timeout = TimeSpan.FromHours(2) }, "Timeout '02:00:00' is out of range; give 1 ms to 1 h."),
    ];

    [Test]
    public void Order_that_is_sound_is_taken()
    {
        var demand = () => OrderCheck.Demand(Sound);

        demand.Should().NotThrow();
    }

    [TestCaseSource(nameof(Unsound))]
    public void Order_that_cannot_be_carried_out_is_refused(object order, string message)
    {
        var demand = () => OrderCheck.Demand((GeneratorOrder)order);

        demand.Should().Throw<GeneratorException>().WithMessage(message);
    }

    private static TestCaseData Case(GeneratorOrder order, string message) =>
        new TestCaseData(order, message).SetArgDisplayNames(message);
}
