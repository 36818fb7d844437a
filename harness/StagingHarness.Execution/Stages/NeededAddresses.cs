using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Stages;

/// <summary>Finds where a server or a job reaches the services that it needs: directly, or by a link where one stands between them.</summary>
internal sealed class NeededAddresses(Stage stage, StageLinks links)
{
    /// <param name="caller">The service, or the job.</param>
    /// <param name="needs">The services that it needs.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By service; one of which no server runs is left out.</returns>
    public async Task<ImmutableDictionary<string, Uri>> FindAsync(string caller, ImmutableArray<string> needs, CancellationToken cancellationToken)
    {
        var found = ImmutableDictionary.CreateBuilder<string, Uri>(StringComparer.Ordinal);
        foreach (var needed in needs)
        {
            if (stage.ServersOf(needed).Select(each => each.Active).FirstOrDefault(active => active is not null) is { } run)
            {
                found[needed] = await links.LeadAsync(
                    new MemberPair(caller, needed), run.Instance.LastingAddressOf(ServerRun.Listener), cancellationToken);
            }
        }

        return found.ToImmutable();
    }
}
