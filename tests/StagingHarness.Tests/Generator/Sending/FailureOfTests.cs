using System.Net.Sockets;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Sending;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Tests.Generator.Sending;

public sealed class FailureOfTests
{
    [TestCase(HttpRequestError.ConnectionError, Failure.ConnectFailed)]
    [TestCase(HttpRequestError.NameResolutionError, Failure.ConnectFailed)]
    [TestCase(HttpRequestError.SecureConnectionError, Failure.HandshakeFailed)]
    [TestCase(HttpRequestError.ResponseEnded, Failure.ConnectionLost)]
    [TestCase(HttpRequestError.InvalidResponse, Failure.ProtocolError)]
    [TestCase(HttpRequestError.ConfigurationLimitExceeded, Failure.ProtocolError)]
    public void Failure_that_the_library_names_is_taken_from_it(HttpRequestError error, Failure expected)
    {
        // The inner exception would say something else.
        FailureOf.Exception(new HttpRequestException(error, "", new FormatException())).Should().Be(expected);
        FailureOf.Exception(new HttpIOException(error)).Should().Be(expected);
    }

    [Test]
    public void Failure_that_the_library_does_not_name_is_read_from_its_cause()
    {
        FailureOf.Exception(new HttpRequestException("", new IOException())).Should().Be(Failure.ConnectionLost);
        FailureOf.Exception(new HttpRequestException("", new SocketException())).Should().Be(Failure.ConnectionLost);
        FailureOf.Exception(new HttpRequestException("", new FormatException())).Should().Be(Failure.ProtocolError);
        FailureOf.Exception(new IOException("", new SocketException())).Should().Be(Failure.ConnectionLost);
        FailureOf.Exception(new HttpRequestException(HttpRequestError.HttpProtocolError, "", new HttpProtocolException(2, "", null))).Should().Be(Failure.ConnectionLost);
        FailureOf.Exception(new TaskCanceledException()).Should().Be(Failure.TimedOut);
    }

    [Test]
    public void Failure_of_the_generator_itself_is_none_of_the_exchange()
    {
        FailureOf.Exception(new InvalidOperationException()).Should().BeNull();
        FailureOf.Exception(new OverflowException()).Should().BeNull();
    }
}
