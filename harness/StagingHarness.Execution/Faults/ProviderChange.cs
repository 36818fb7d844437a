using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Faults;

/// <summary>Changes what the provider does, and reads back whether it does.</summary>
internal sealed class ProviderChange(Stage stage)
{
    /// <returns>The receipt: what the provider says that it does now.</returns>
    /// <exception cref="NoEffectException">It says something else than it was told.</exception>
    public async Task<string> ExecuteAsync(ProviderStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var provider = stage.Provider ?? throw new InvalidOperationException("No provider runs yet.");
        var before = await provider.ChangeAsync(new ProviderChangeOrder(), cancellationToken);
        var order = new ProviderChangeOrder
        {
            ClockOffset = step.ClockOffset,
            KeyRotation = step.KeyRotation,
            TokenLifetime = step.TokenLifetime,
            Restore = step.Contract is not null,
            Settings = step.Settings,
        };
        await provider.ChangeAsync(order, cancellationToken);
        var now = await provider.ChangeAsync(new ProviderChangeOrder(), cancellationToken);
        var seen = await provider.ShakeHandsAsync(cancellationToken);
        scope.Append(new ProviderChanged
        {
            ClockOffset = now.ClockOffset,
            TokenLifetime = now.TokenLifetime,
            SigningKey = now.SigningKey,
            PublishedKeys = now.PublishedKeys,
            Contract = step.Contract,
            Settings = now.Settings == new FacetSettings() ? null : now.Settings,
        });
        if ((Contradiction(order, before, now) ?? TransportReceipt.Contradiction(now.Settings, seen)) is { } contradiction)
        {
            throw new NoEffectException($"The provider was changed, and {contradiction}.");
        }

        var told = FacetReceipt.Names(now.Settings) is { Count: > 0 } facets ? $"; facets that are not plain: {string.Join(", ", facets)}" : "";
        return $"the provider's clock is {now.ClockOffset.TotalSeconds:+0.###;-0.###;0} s off, its tokens last {now.TokenLifetime.TotalSeconds:0.###} s, "
            + $"it signs with key '{now.SigningKey}' and shows {now.PublishedKeys.Length} {(now.PublishedKeys.Length == 1 ? "key" : "keys")}{told}{TransportReceipt.Words(seen)}";
    }

    private static string? Contradiction(ProviderChangeOrder order, ProviderState before, ProviderState now) => order switch
    {
        { ClockOffset: { } offset } when now.ClockOffset != offset => $"its clock is {now.ClockOffset.TotalSeconds:0.###} s off, not {offset.TotalSeconds:0.###} s",
        { TokenLifetime: { } lifetime } when now.TokenLifetime != lifetime =>
            $"its tokens last {now.TokenLifetime.TotalSeconds:0.###} s, not {lifetime.TotalSeconds:0.###} s",
        { Settings: { } wanted } when FacetReceipt.Missing(wanted, now.Settings) is { } missing => $"it does not say that it has facet '{missing}' as it was told",
        { Settings.Algorithm: not null } when now.SigningKey == before.SigningKey => "it signs with the same key as before",
        { KeyRotation: not null } when now.SigningKey == before.SigningKey => "it signs with the same key as before",
        { KeyRotation: KeyRotation.OldWithdrawn } when now.Settings.KeySet is null or KeySetMode.Follows && now.PublishedKeys.Contains(before.SigningKey) => "it still shows the old key",
        { KeyRotation: KeyRotation.OldKept } when now.Settings.KeySet is null or KeySetMode.Follows && !now.PublishedKeys.Contains(before.SigningKey) => "it shows the old key no more",
        _ => null,
    };
}
