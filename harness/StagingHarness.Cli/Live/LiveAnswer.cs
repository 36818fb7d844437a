using System.Security.Cryptography;
using System.Text;

namespace StagingHarness.Cli.Live;

/// <summary>
/// What a request for the live page is answered. Only who knows the address is shown anything, and only under the names of this machine's loopback: a page of a
/// stranger's, whose name was made to point here, is shown nothing either.
/// </summary>
/// <param name="token">The secret part of the address.</param>
/// <param name="port">Where the page is served.</param>
internal sealed class LiveAnswer(string token, int port)
{
    private const string Headers = "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\nConnection: close\r\n";

    /// <param name="head">Request line and header lines.</param>
    /// <param name="print">Makes the page; asked only when it is shown.</param>
    public byte[] To(IReadOnlyList<string> head, Func<string> print)
    {
        if (head.Count == 0 || head[0].Split(' ') is not [var method, var path, "HTTP/1.0" or "HTTP/1.1"] || !IsAddress(path) || !IsLoopbackName(head))
        {
            return Answer("404 Not Found", "text/plain", "", "not here\n", withBody: true);
        }

        return method is "GET" or "HEAD"
            ? Shown(print, withBody: method == "GET")
            : Answer("405 Method Not Allowed", "text/plain", "Allow: GET, HEAD\r\n", "this page can only be read\n", withBody: true);
    }

    /// <summary>What goes wrong with the page is said to whoever wanted to see it: the run goes on without one.</summary>
    private static byte[] Shown(Func<string> print, bool withBody)
    {
        string page;
        try
        {
            page = print();
        }
        catch (Exception exception)
        {
            return Answer(
                "500 Internal Server Error",
                "text/plain",
                "",
                $"the page could not be made ({exception.GetType().Name}: {exception.Message}); the run goes on, and its report is not touched by this\n",
                withBody);
        }

        return Answer("200 OK", "text/html", "", page, withBody);
    }

    /// <summary>Compared in a time that says nothing about how much of it was right.</summary>
    private bool IsAddress(string path) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(path), Encoding.UTF8.GetBytes($"/{token}/"));

    private bool IsLoopbackName(IEnumerable<string> head)
    {
        var hosts = head.Skip(1).Where(line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)).Select(line => line["Host:".Length..].Trim()).ToList();
        return hosts is [var host] && (host == $"127.0.0.1:{port}" || host == $"localhost:{port}");
    }

    private static byte[] Answer(string status, string type, string more, string body, bool withBody)
    {
        var content = Encoding.UTF8.GetBytes(body);
        var head = Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}; charset=utf-8\r\nContent-Length: {content.Length}\r\n{Headers}{more}\r\n");
        return withBody ? [.. head, .. content] : head;
    }
}
