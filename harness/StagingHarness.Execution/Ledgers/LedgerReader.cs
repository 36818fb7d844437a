using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Execution.Ledgers;

/// <summary>Reads all that was written from one server, page after page, past the gateway.</summary>
internal sealed class LedgerReader(LedgerPlan plan, IProbe probe)
{
    /// <summary>Bytes of one page; a longer one must be given in pages.</summary>
    public const int LargestPage = 8 * 1024 * 1024;

    /// <summary>More pages than this are a list that never ends.</summary>
    private const int MostPages = 100_000;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <exception cref="NoEffectException">A page did not come, or cannot be read.</exception>
    public async Task<LedgerPages> ReadAsync(
        IInstance instance, ImmutableSortedDictionary<string, string> headers, StepScope scope, CancellationToken cancellationToken)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var namesNext = false;
        for (var path = plan.List; path is not null;)
        {
            if (!seen.Add(path) || seen.Count > MostPages)
            {
                throw Unreadable(instance, path, seen.Count > MostPages ? $"it is page {seen.Count}" : "it is a page that came before", "Correct the paging of the list");
            }

            scope.Observe($"page {seen.Count} of the ledger is asked of '{instance.Name}', {ids.Count} ids so far");
            var page = await ReadPageAsync(instance, path, headers, cancellationToken);
            ids.AddRange(page.Ids);
            namesNext |= page.NamesNext;
            path = page.Next;
        }

        return new LedgerPages(instance.Name, seen.Count, ids.ToImmutable(), namesNext);
    }

    private async Task<LedgerPage> ReadPageAsync(
        IInstance instance, string path, ImmutableSortedDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        var answer = await probe.AskAsync(
            new ProbeQuestion
            {
                Address = new Uri(instance.AddressOf(ServerRun.Listener), path),
                Timeout = Timeout,
                Headers = headers,
                LargestBody = LargestPage,
            },
            cancellationToken);
        if (answer.Status is not 200)
        {
            throw new NoEffectException(
                $"The ledger cannot be read: '{path}' of '{instance.Name}' answered {answer.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? answer.Problem}. "
                + "Correct 'traffic.ledger.list' in the scenario, or the credentials of the traffic.");
        }

        if (answer.IsCut)
        {
            throw Unreadable(instance, path, $"it is longer than {LargestPage / (1024 * 1024)} MiB", "Give the list in pages, and 'traffic.ledger.next' in the scenario");
        }

        try
        {
            return LedgerPage.Read(answer.Body, plan);
        }
        catch (LedgerPageException exception)
        {
            throw Unreadable(instance, path, exception.Message, "Correct 'traffic.ledger' in the scenario");
        }
    }

    private static NoEffectException Unreadable(IInstance instance, string path, string why, string instead) =>
        new($"The ledger cannot be read: what '{path}' of '{instance.Name}' answered is of no use, {why}. {instead}.");
}
