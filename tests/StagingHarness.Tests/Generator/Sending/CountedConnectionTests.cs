using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Sending;

namespace StagingHarness.Tests.Generator.Sending;

public sealed class CountedConnectionTests
{
    [Test]
    public async Task Connection_that_the_server_closed_early_does_not_cost_the_later_ones()
    {
        var opened = 0;
        using var connection = new CountedConnection(
            told => new SocketsHttpHandler
            {
                MaxConnectionsPerServer = 1,
                UseProxy = false,
                ConnectCallback = (_, _) =>
                {
                    opened++;
                    told();

                    // The first one is closed by the server behind its first answer.
                    return ValueTask.FromResult<Stream>(new AnsweringStream(opened == 1 ? 1 : 2));
                },
            },
            requestsAtMost: 2);

        var counts = new List<int>();
        for (var sent = 0; sent < 6; sent++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "http://gateway:8080/");
            using var response = await connection.SendAsync(request, CancellationToken.None);
            counts.Add(opened);
        }

        counts.Should().Equal(1, 2, 3, 3, 4, 4);
    }
}
