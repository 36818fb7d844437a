using System.Collections.Immutable;
using StagingHarness.Analysis.Ledgers;
using StagingHarness.Analysis.Wording;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.History.Ledgers;
using StagingHarness.History.Runs;
using StagingHarness.History.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Ledgers;

/// <summary>The traffic has stopped: reads back what it wrote, keeps the ids in the run folder, and records the counts.</summary>
internal sealed class LedgerClosing(
    ScenarioPlan plan, Stage stage, CredentialHeaders credentials, IProbe probe, RunClock clock, RunFolder folder)
{
    /// <summary>A write that its client has given up may still be on its way; it is waited for, and then no more.</summary>
    private static readonly TimeSpan QuietWithin = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <returns>The receipt.</returns>
    /// <exception cref="NoEffectException">No server gave all pages.</exception>
    /// <exception cref="EnvironmentException">The credentials could not be obtained.</exception>
    public async Task<string> ExecuteAsync(StepScope scope, CancellationToken cancellationToken)
    {
        await WaitForQuietAsync(scope, cancellationToken);
        scope.Observe("credentials are being obtained");
        var headers = (await credentials.ObtainAsync(cancellationToken)).Headers;
        var pages = await ReadAsync(headers, scope, cancellationToken);
        var sha256 = Keep(pages.Ids);
        var count = LedgerCount.Of(plan, SampleFileReader.Read(folder.Samples).Samples, pages.Ids);
        var read = new LedgerRead
        {
            Instance = pages.Instance,
            Pages = pages.Count,
            NamesNext = pages.NamesNext,
            Ids = pages.Ids.Length,
            IdsSha256 = sha256,
            Sent = count.Sent,
            Acknowledged = count.Acknowledged,
            Lost = count.Lost.Length,
            Doubled = count.Doubled.Length,
            Unacknowledged = count.UnacknowledgedPresent,
            UnacknowledgedAbsent = count.UnacknowledgedAbsent,
            WarmUp = count.WarmUp,
            Foreign = count.Foreign,
        };
        scope.Append(read);
        var aside = (count.WarmUp > 0 ? $", {count.WarmUp} of them the warm-up's" : "") + (count.Foreign > 0 ? $", {count.Foreign} written by nobody here" : "");
        return $"{pages.Ids.Length} ids were read back from '{pages.Instance}'{aside}: {LedgerReadWords.Of(read)}";
    }

    private IEnumerable<ServerRun> Running => stage.ServersOf(plan.Traffic.Service).Select(server => server.Active).OfType<ServerRun>();

    private async Task WaitForQuietAsync(StepScope scope, CancellationToken cancellationToken)
    {
        var gateway = stage.Gateway ?? throw new InvalidOperationException("No gateway runs yet.");
        var giveUp = clock.Elapsed + QuietWithin;
        foreach (var address in Running.Select(run => run.Target.Address).ToList())
        {
            while (await gateway.CountInFlightAsync(address, cancellationToken) is var inFlight and > 0 && clock.Elapsed < giveUp)
            {
                scope.Observe($"{inFlight} requests are still on their way at {address}");
                await clock.WaitAsync(Look, cancellationToken);
            }
        }
    }

    /// <summary>From the first server that gives all pages: every one of them leads to the same writes, or they would be lost.</summary>
    private async Task<LedgerPages> ReadAsync(
        ImmutableSortedDictionary<string, string> headers, StepScope scope, CancellationToken cancellationToken)
    {
        var reader = new LedgerReader(
            plan.Traffic.Ledger ?? throw new InvalidOperationException("The traffic keeps no ledger."), probe);
        NoEffectException? first = null;
        foreach (var run in Running.ToList())
        {
            try
            {
                return await reader.ReadAsync(run.Instance, headers, scope, cancellationToken);
            }
            catch (NoEffectException exception)
            {
                first ??= exception;
            }
        }

        throw first ?? new NoEffectException(
            $"The ledger cannot be read: nothing serves '{plan.Traffic.Service}' at the end.");
    }

    private string Keep(ImmutableArray<string> ids)
    {
        try
        {
            return LedgerFileWriter.Write(folder.Ledger, ids);
        }
        catch (IOException exception)
        {
            throw new RecordNotWrittenException(exception);
        }
    }
}
