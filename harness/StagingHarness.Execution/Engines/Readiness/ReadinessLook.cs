using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Readiness;

/// <summary>
/// Looks, again and again, whether an instance answers as it does when it is ready. HTTP is not spoken before a connection was taken once: to be refused costs
/// a third less without it, and an instance that starts refuses for most of its start, on cores that it needs itself.
/// </summary>
/// <param name="probe">Asks it.</param>
/// <param name="instance">What is looked at.</param>
/// <param name="check">When it counts as ready: by an answer, or by a connection.</param>
/// <param name="objection">Says of a listener that answers why it is not the instance's own; null when it is.</param>
/// <param name="timeProvider">Measures what a knock leaves of the time for an answer.</param>
internal sealed class ReadinessLook(IProbe probe, IInstance instance, ReadinessCheck check, Func<Uri, string?> objection, TimeProvider timeProvider)
{
    // A question that begins just before the deadline may end after it, rather than say that it saw nothing.
    private static readonly TimeSpan ShortestQuestion = TimeSpan.FromSeconds(1);

    private bool _listens;

    /// <summary>Null when it is ready, otherwise what was seen.</summary>
    public async Task<string?> LookAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        switch (check)
        {
            case ReadinessCheck.HttpOk http:
                return await AskAsync(new Uri(instance.AddressOf(http.Listener), http.Path), timeout, cancellationToken)
                    ?? objection(instance.AddressOf(http.Listener));
            case ReadinessCheck.TcpAccepts tcp:
                return await ConnectAsync(instance.AddressOf(tcp.Listener), timeout, cancellationToken)
                    ?? objection(instance.AddressOf(tcp.Listener));
            default:
                throw new InvalidOperationException($"Readiness check '{check.GetType().Name}' is unknown.");
        }
    }

    private async Task<string?> AskAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        if (!_listens && await ConnectAsync(address, timeout, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        _listens = true;
        var left = timeout - timeProvider.GetElapsedTime(start);
        var answer = await probe.GetAsync(address, left > ShortestQuestion ? left : ShortestQuestion, cancellationToken);
        return answer.Status switch
        {
            200 => null,
            { } status => $"HTTP {status} at '{address}'",
            null => $"{answer.Problem} at '{address}'",
        };
    }

    private async Task<string?> ConnectAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken) =>
        await probe.ConnectAsync(address, timeout, cancellationToken) is { } problem ? $"{problem} at '{address}'" : null;
}
