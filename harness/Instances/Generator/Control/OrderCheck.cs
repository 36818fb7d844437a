using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using StagingHarness.Generator.Sending;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Control;

/// <summary>Refuses an order that cannot be carried out as it stands.</summary>
internal static class OrderCheck
{
    public const int LargestWeight = 1000;

    /// <exception cref="GeneratorException">The order cannot be carried out.</exception>
    public static void Demand(GeneratorOrder order)
    {
        if (FindProblem(order) is { } problem)
        {
            throw new GeneratorException(problem);
        }
    }

    private static string? FindProblem(GeneratorOrder order)
    {
        if (order.TimestampFrequency != Stopwatch.Frequency)
        {
            return $"The order's clock has {order.TimestampFrequency} ticks per second, this one {Stopwatch.Frequency}; "
                + "run harness and generator on one machine.";
        }

        if (!order.Target.IsAbsoluteUri || order.Target.Scheme is not ("http" or "https"))
        {
            return $"Target '{order.Target}' is no HTTP address; give an absolute one.";
        }

        if (order.Routes.FirstOrDefault(route => !IPEndPoint.TryParse(route.At, out _)) is { } route)
        {
            return $"Route for '{route.Host}:{route.Port}' leads to '{route.At}'; give an address as IP:PORT.";
        }

        if (order.Requests.IsDefaultOrEmpty)
        {
            return "The order has no requests; give at least one.";
        }

        if (order.Requests.FirstOrDefault(HasOddContentType) is { } odd)
        {
            return $"Content type '{odd.ContentType}' is no media type; give one like 'application/json'.";
        }

        if (order.Share is not { Count: >= 1, Index: >= 0 } || order.Share.Index >= order.Share.Count)
        {
            return $"Share {order.Share.Index} of {order.Share.Count} is none; count from 0 to below the number of generators.";
        }

        if (order.Turns.FirstOrDefault(turn => !IsWithin(turn, order)) is { } beyond)
        {
            return $"A turn begins with request {beyond.First}, has {beyond.Count} and weighs {beyond.Weight}, which fits no list of "
                + $"{order.Requests.Length} requests; give turns of requests that are there, each with a weight of 1 to {LargestWeight}.";
        }

        if (order.RequestsPerConnection < 0 || order.Redirects < 0)
        {
            return $"Requests per connection '{order.RequestsPerConnection}' or redirects '{order.Redirects}' is negative; give 0 or more.";
        }

        if (order.Recorded.Cast<int?>().FirstOrDefault(index => index < 0 || index >= order.Requests.Length) is { } stranger)
        {
            return $"Request '{stranger}' of the recording is none; the order has {order.Requests.Length}.";
        }

        if (ArrivalCheck.FindProblem(order.Arrivals) is { } problem)
        {
            return problem;
        }

        if (ConnectionCheck.FindProblem(order) is { } connection)
        {
            return connection;
        }

        if (order.WarmUpRequests < 0)
        {
            return $"Warm-up requests '{order.WarmUpRequests}' is negative; give 0 or more.";
        }

        // The longest latency that a sample holds is 71 minutes.
        return order.Timeout < TimeSpan.FromMilliseconds(1) || order.Timeout > TimeSpan.FromHours(1)
            ? $"Timeout '{order.Timeout}' is out of range; give 1 ms to 1 h."
            : null;
    }

    private static bool IsWithin(GeneratorTurn turn, GeneratorOrder order) =>
        turn is { First: >= 0, Count: > 0, Weight: > 0 and <= LargestWeight } && turn.First + turn.Count <= order.Requests.Length;

    private static bool HasOddContentType(GeneratorRequest request) =>
        request.ContentType is { } type && !MediaTypeHeaderValue.TryParse(type, out _);
}
