using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Control;

/// <summary>
/// Waits for the one client: the first connection that shows the run's token. Others are turned away; one that only looks
/// whether somebody listens (a readiness check) is not taken for the client.
/// </summary>
internal sealed class ControlListener(IPAddress host, int port, string token)
{
    /// <summary>Once this returns, nobody else can connect.</summary>
    public async Task<TcpClient> AcceptClientAsync(CancellationToken cancellationToken)
    {
        using var listener = new TcpListener(host, port);
        listener.Start();
        while (true)
        {
            var connection = await listener.AcceptTcpClientAsync(cancellationToken);
            connection.NoDelay = true;
            if (await ShowsTokenAsync(connection, cancellationToken))
            {
                return connection;
            }

            connection.Dispose();
        }
    }

    private async Task<bool> ShowsTokenAsync(TcpClient connection, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(GeneratorProgram.HelloWithin);
        try
        {
            var first = await new FrameReader(connection.GetStream()).ReadAsync(patience.Token);
            if (first is { Type: FrameType.Hello } hello
                && CryptographicOperations.FixedTimeEquals(hello.Payload.Span, Encoding.UTF8.GetBytes(token)))
            {
                return true;
            }

            if (first is not null)
            {
                using var writer = new FrameWriter(connection.GetStream());
                var refusal = "The connection does not show this run's control token."u8.ToArray();
                await writer.WriteAsync(FrameType.Problem, refusal, patience.Token);
            }

            return false;
        }
        catch (Exception exception) when (exception is IOException or FrameException)
        {
            // A stranger, or a check that somebody listens: neither is a matter of the run.
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
