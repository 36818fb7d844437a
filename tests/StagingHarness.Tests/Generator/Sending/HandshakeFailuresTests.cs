using System.Security.Authentication;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Sending;

namespace StagingHarness.Tests.Generator.Sending;

public sealed class HandshakeFailuresTests
{
    [Test]
    public void Each_reason_is_told_once()
    {
        var output = new StringWriter();
        var failures = new HandshakeFailures(output);

        failures.Tell(new HttpRequestException("No.", new AuthenticationException("Not trusted.")));
        failures.Tell(new HttpRequestException("No.", new AuthenticationException("Not trusted.")));
        failures.Tell(new HttpRequestException("Nothing in common."));

        output.ToString().Split(output.NewLine, StringSplitOptions.RemoveEmptyEntries).Should().Equal(
            "A connection could not be secured: Not trusted. Further ones that fail so are only counted.",
            "A connection could not be secured: Nothing in common. Further ones that fail so are only counted.");
    }
}
