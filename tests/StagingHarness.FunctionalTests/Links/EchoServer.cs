using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace StagingHarness.FunctionalTests.Links;

/// <summary>Answers each connection with what it sends.</summary>
internal sealed class EchoServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public EchoServer()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = EchoAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static async Task EchoAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            await client.GetStream().CopyToAsync(client.GetStream());
        }
        catch (IOException)
        {
            // The link cut it.
        }
    }
}
