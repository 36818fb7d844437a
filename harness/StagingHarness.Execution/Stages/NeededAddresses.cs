using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Stages;

/// <summary>Finds where a server reaches the services that it needs: directly, or by a link where one stands between them.</summary>
internal sealed class NeededAddresses(Stage stage, StageLinks links)
{
    /// <summary>By service; one of which no server runs is left out.</summary>
    public async Task<ImmutableDictionary<string, Uri>> FindAsync(Server server, CancellationToken cancellationToken)
    {
        var found = ImmutableDictionary.CreateBuilder<string, Uri>(StringComparer.Ordinal);
        foreach (var needed in server.Service.Needs)
        {
            if (stage.ServersOf(needed).Select(each => each.Active).FirstOrDefault(active => active is not null) is { } run)
            {
                found[needed] = await links.LeadAsync(
                    new MemberPair(server.Service.Name, needed), run.Instance.LastingAddressOf(ServerRun.Listener), cancellationToken);
            }
        }

        return found.ToImmutable();
    }
}
