using StagingHarness.StandIn.Recording;

namespace StagingHarness.StandIn.Stubs;

/// <summary>
/// A caller that is gone before all of its call has come (a process that was stopped, a page that was left) makes the server's reading fail, which
/// WireMock would take for an error of its own. A call that is only slow, or that is none as HTTP has it, has a caller who waits: that stays an error.
/// </summary>
internal sealed class BrokenOffCalls(CallRecorder recorder, TimeProvider timeProvider)
{
    // The server may tell that the connection is gone a moment after reading from it has failed.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public void Add(IApplicationBuilder builder) => builder.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            if (!await IsGoneAsync(context.RequestAborted))
            {
                throw;
            }

            recorder.CountBrokenOff();
        }
    });

    private async Task<bool> IsGoneAsync(CancellationToken aborted)
    {
        try
        {
            await Task.Delay(Patience, timeProvider, aborted);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
