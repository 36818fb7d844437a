using System.Collections.Immutable;
using System.Text.Json;
using StagingHarness.Execution.Ports;

namespace StagingHarness.TestKit.Fakes;

/// <summary>Asks the instances of a <see cref="FakeEngine"/>: attestation at <c>/version</c>, health everywhere else.</summary>
public sealed class FakeProbe(FakeEngine engine, TimeProvider time) : IProbe
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(2);

    /// <summary>Status of a running instance's health check.</summary>
    public Func<FakeInstance, int> Health { get; set; } = _ => 200;

    /// <summary>Status of a running instance's attestation.</summary>
    public Func<FakeInstance, int> Attestation { get; set; } = _ => 200;

    /// <summary>Headers of the answer of a running instance's attestation.</summary>
    public Func<FakeInstance, ImmutableDictionary<string, string>> Headers { get; set; } =
        _ => ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether nobody listens at an address of no instance.</summary>
    public Func<Uri, bool> Refuses { get; set; } = _ => false;

    /// <summary>Thrown by the next probes; null lets them answer.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Answer of a running instance to what asks for neither attestation nor health; null leaves it to its health.</summary>
    public Func<FakeInstance, ProbeQuestion, ProbeAnswer?> Answer { get; set; } = (_, _) => null;

    public Task<ProbeAnswer> GetAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken) =>
        AskAsync(new ProbeQuestion { Address = address, Timeout = timeout }, cancellationToken);

    public async Task<ProbeAnswer> AskAsync(ProbeQuestion question, CancellationToken cancellationToken)
    {
        var address = question.Address;
        await Task.Delay(Latency, time, cancellationToken);
        if (Failure is { } failure)
        {
            throw failure;
        }

        var asked = engine.Instances.Single(instance => instance.AddressOf("http").Host == address.Host);
        if (asked.HasEnded)
        {
            return new ProbeAnswer(null, "", "connection refused", Latency);
        }

        if (asked.IsPaused || asked.IsDisconnected)
        {
            await Task.Delay(question.Timeout, time, cancellationToken);
            return new ProbeAnswer(null, "", "no answer", question.Timeout);
        }

        if (address.AbsolutePath is not ("/version" or "/health") && Answer(asked, question) is { } answer)
        {
            return answer;
        }

        return address.AbsolutePath == "/version"
            ? new ProbeAnswer(Attestation(asked), Attest(asked), null, Latency) { Headers = Headers(asked) }
            : new ProbeAnswer(Health(asked), "", null, Latency);
    }

    public async Task<string?> ConnectAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken)
    {
        await Task.Delay(Latency, time, cancellationToken);
        if (Refuses(address))
        {
            return "connection refused";
        }

        // A way of a link is no listener of an instance: it takes connections unless it is told to refuse.
        return engine.Instances.SingleOrDefault(instance => instance.AddressOf("http").Host == address.Host) switch
        {
            { HasEnded: true } => "connection refused",
            { IsDisconnected: true } => "no route",
            _ => null,
        };
    }

    private static string Attest(FakeInstance instance) => JsonSerializer.Serialize(new
    {
        release = instance.Runs?.Release,
        platform = instance.Runs?.Platform,
        configuration = instance.Runs?.Configuration,
        libraries = new Dictionary<string, string> { ["Auth"] = $"{instance.Runs?.Platform}.0" },
    });
}
