using System.Net.Sockets;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Endpoints;

namespace StagingHarness.Tests.Execution.Engines.Docker.Endpoints;

public sealed class EndpointFailureTests
{
    [TestCase(SocketError.AccessDenied, true, "this user may not use the socket")]
    [TestCase(SocketError.AccessDenied, false, "it cannot be connected to (AccessDenied)")]
    [TestCase(SocketError.AddressNotAvailable, true, "there is no such socket")]
    [TestCase(SocketError.ConnectionRefused, true, "nothing listens there")]
    [TestCase(SocketError.HostNotFound, false, "its host name is not known")]
    public void Failure_of_a_connection_is_told_in_words(SocketError error, bool isSocketFile, string expected) =>
        EndpointFailure.Of(new HttpRequestException("Connection failed.", new SocketException((int)error)), isSocketFile)!
            .Observation.Should().Be(expected);

    [Test]
    public void Failure_is_a_matter_of_rights_where_the_socket_is_denied()
    {
        EndpointFailure.Of(new HttpRequestException("x", new SocketException((int)SocketError.AccessDenied)), isSocketFile: true)!.IsDenied.Should().BeTrue();
        EndpointFailure.Of(new UnauthorizedAccessException(), isSocketFile: true)!.IsDenied.Should().BeTrue();
        EndpointFailure.Of(new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)), isSocketFile: true)!.IsDenied.Should().BeFalse();
    }

    [Test]
    public void Defect_of_our_own_is_no_failure_of_the_endpoint() =>
        EndpointFailure.Of(new InvalidOperationException(), isSocketFile: true).Should().BeNull();
}
