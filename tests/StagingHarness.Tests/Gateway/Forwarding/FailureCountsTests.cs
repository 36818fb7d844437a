using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Gateway.Forwarding;
using Yarp.ReverseProxy.Forwarder;

namespace StagingHarness.Tests.Gateway.Forwarding;

[TestFixture]
public sealed class FailureCountsTests
{
    [Test]
    public void Failures_are_all_counted_and_the_first_of_each_kind_is_written()
    {
        using var output = new StringWriter();
        var counts = new FailureCounts(output);
        var address = new Uri("http://127.0.0.1:5001");

        counts.Add(ForwarderError.Request, address, new IOException("Connection refused."));
        counts.Add(ForwarderError.Request, address, new IOException("Connection refused."));
        counts.Add(ForwarderError.RequestTimedOut, address, cause: null);

        counts.Read().Should().Equal(new Dictionary<string, long> { ["Request"] = 2, ["RequestTimedOut"] = 1 });
        output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Should().Equal(
            "Forwarding to 'http://127.0.0.1:5001/' failed with Request: IOException: Connection refused. Further ones are only counted.",
            "Forwarding to 'http://127.0.0.1:5001/' failed with RequestTimedOut: no cause is known. Further ones are only counted.");
    }
}
