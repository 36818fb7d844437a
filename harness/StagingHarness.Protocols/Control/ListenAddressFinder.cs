using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace StagingHarness.Protocols.Control;

/// <summary>
/// Finds the one address that a program is to bind. A name is looked up for a while, since the network on which it is known may
/// be attached a moment after the program has started.
/// </summary>
/// <param name="resolve">IPv4 addresses of a name; throws a <see cref="SocketException"/> when there are none.</param>
/// <param name="readOwn">IPv4 addresses that this host has now.</param>
/// <param name="timeProvider">Measures the while.</param>
public sealed class ListenAddressFinder(
    Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPAddress[]> readOwn, TimeProvider timeProvider)
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks the system.</summary>
    public ListenAddressFinder(TimeProvider timeProvider)
        : this(ResolveAsync, ReadOwn, timeProvider)
    {
    }

    /// <summary>An IP address stays what it is; a name becomes the one IPv4 address of this host that it leads to.</summary>
    /// <exception cref="ListenNameException">The name leads nowhere, to several addresses, or to another host.</exception>
    public async Task<ListenAddress> FindAsync(ListenUrl url, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(url.Host, out var given))
        {
            return new ListenAddress(given, url.Port);
        }

        using var late = new CancellationTokenSource(Within, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var last = "is not resolved";
        try
        {
            while (true)
            {
                (var found, last) = await LookAsync(url.Host, last, either.Token);
                if (found is not null)
                {
                    return new ListenAddress(found, url.Port);
                }

                await Task.Delay(Pause, timeProvider, either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ListenNameException($"Failed to bind to address {url}: after {Within.TotalSeconds:0} s its name still {last}. "
                + "Give a name of exactly one IPv4 address that this host has.");
        }
    }

    private static async Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellationToken) =>
        await Dns.GetHostAddressesAsync(name, AddressFamily.InterNetwork, cancellationToken).WaitAsync(cancellationToken);

    private static IPAddress[] ReadOwn() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork),
    ];

    /// <returns>The address, or null and what stands against it.</returns>
    private async Task<(IPAddress? Found, string Observation)> LookAsync(string name, string last, CancellationToken cancellationToken)
    {
        IPAddress[] addresses;
        try
        {
            addresses = [.. (await resolve(name, cancellationToken)).Distinct()];
        }
        catch (SocketException exception)
        {
            return (null, $"is not resolved ({exception.Message})");
        }

        return addresses switch
        {
            [var one] when readOwn().Contains(one) => (one, last),
            [var one] => (null, $"leads to {one}, which this host does not have"),
            _ => (null, $"leads to {addresses.Length} addresses ({string.Join(", ", addresses.AsEnumerable())})"),
        };
    }
}
