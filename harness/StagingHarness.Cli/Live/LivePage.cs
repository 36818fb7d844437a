using System.Net.Sockets;
using System.Runtime.InteropServices;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Live;

/// <summary>Shows a live page around a run, where one is wished for. It has no part in what the run comes to.</summary>
internal static class LivePage
{
    public static LiveWish WishOf(bool shown, bool stays) => stays ? LiveWish.Stay : shown ? LiveWish.WhileRunning : LiveWish.None;

    public static async Task<int> ShowAsync(LiveRun run, LiveWish wish, TextWriter error, Func<Task<int>> rehearse)
    {
        if (wish == LiveWish.None)
        {
            return await rehearse();
        }

        LiveServer server;
        try
        {
            server = new LiveServer(run, TimeProvider.System);
        }
        catch (SocketException exception)
        {
            await error.WriteLineAsync($"stage: no page can be shown on this machine: {exception.Message}; leave out '--ui'");
            return ExitCodes.Environment;
        }

        await using (server)
        {
            await error.WriteLineAsync($"stage: live at {server.Address}");
            var code = await rehearse();
            if (wish == LiveWish.Stay && code != ExitCodes.Interrupted)
            {
                await error.WriteLineAsync($"stage: the page stays at {server.Address} until Ctrl+C");
                await InterruptionAsync();
            }

            return code;
        }
    }

    private static async Task InterruptionAsync()
    {
        var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var sigint = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var sigterm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        await interrupted.Task;

        void OnSignal(PosixSignalContext context)
        {
            context.Cancel = true;
            interrupted.TrySetResult();
        }
    }
}
