using System.Net.Sockets;
using System.Text;

namespace StagingHarness.FunctionalTests.Traffic;

/// <summary>A request that a scripted server got.</summary>
/// <param name="Number">From 1, over all connections.</param>
/// <param name="Head">Request line and headers, a line each.</param>
/// <param name="Body">As many characters as its head announces.</param>
/// <param name="Stream">Takes the answer.</param>
/// <param name="CancellationToken">Cancelled when the test is over.</param>
internal sealed record ScriptedRequest(int Number, string Head, string Body, NetworkStream Stream, CancellationToken CancellationToken)
{
    public string Line => Head[..Head.IndexOf('\n', StringComparison.Ordinal)];

    /// <summary>Header lines end with a line feed each.</summary>
    public Task AnswerAsync(int status, string headers = "", string body = "fine") => WriteAsync(
        $"HTTP/1.1 {status} Said\nContent-Length: {body.Length}\n{headers}\n".ReplaceLineEndings("\r\n") + body);

    public async Task WriteAsync(string text) => await Stream.WriteAsync(Encoding.ASCII.GetBytes(text), CancellationToken);

    /// <summary>Makes the server close the connection.</summary>
    public static Exception Close() => new IOException("The script closes the connection.");
}
