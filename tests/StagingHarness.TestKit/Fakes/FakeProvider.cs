using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.TestKit.Fakes;

/// <summary>A provider that numbers its tokens.</summary>
public sealed class FakeProvider : IProvider
{
    public Uri Issuer { get; } = new("http://provider.1.http");

    public ImmutableArray<ClientRoute> Routes { get; set; } = [];

    /// <summary>Tokens given out so far.</summary>
    public int Tokens { get; private set; }

    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Thrown when the token of this number (from 1) is asked for; null gives it out.</summary>
    public Func<int, Exception?> TokenFailure { get; set; } = _ => null;

    /// <summary>Thrown when it is read; null lets it be read.</summary>
    public Exception? ReadFailure { get; set; }

    public ProviderReading Reading { get; set; } =
        new(ImmutableSortedDictionary<string, long>.Empty.Add("token", 1), [], 0, []);

    public Task<AccessToken> ObtainTokenAsync(string clientId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Tokens++;
        return TokenFailure(Tokens) is { } failure
            ? throw failure
            : Task.FromResult(new AccessToken($"token-{Tokens}-of-{clientId}", TokenLifetime));
    }

    /// <summary>How often it was handed over what it answers.</summary>
    public int Preparations { get; private set; }

    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Preparations++;
        return Task.CompletedTask;
    }

    /// <summary>What it says that it does.</summary>
    public ProviderState State { get; set; } = new(TimeSpan.Zero, TimeSpan.FromHours(1), "key-1", ["key-1"]);

    /// <summary>What becomes of its state when it is told to change; by default all that it is told.</summary>
    public Func<ProviderChangeOrder, ProviderState, ProviderState> Changes { get; set; } = Obey;

    public Task<ProviderState> ChangeAsync(ProviderChangeOrder change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        State = Changes(change, State);
        return Task.FromResult(State);
    }

    /// <summary>What a connection to it sees; null: it is not secured.</summary>
    public Func<FacetSettings, HandshakeReading?> Handshakes { get; set; } = _ => null;

    public Task<HandshakeReading?> ShakeHandsAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Handshakes(State.Settings));
    }

    /// <summary>Does all that it is told.</summary>
    public static ProviderState Obey(ProviderChangeOrder change, ProviderState state)
    {
        var changed = state with
        {
            ClockOffset = change.ClockOffset ?? state.ClockOffset,
            TokenLifetime = change.TokenLifetime ?? state.TokenLifetime,
        };
        if (change.Settings is { } settings)
        {
            changed = changed with { Settings = settings, SigningKey = settings.Algorithm is { } algorithm ? $"{state.SigningKey}-{algorithm}" : state.SigningKey };
        }

        if (change.KeyRotation is not { } rotation)
        {
            return changed;
        }

        var next = $"{state.SigningKey}+";
        return changed with { SigningKey = next, PublishedKeys = rotation == KeyRotation.OldKept ? [next, .. state.PublishedKeys] : [next] };
    }

    public Task<ProviderReading> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ReadFailure is { } failure ? throw failure : Task.FromResult(Reading);
    }
}
