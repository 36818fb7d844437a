using System.Runtime.InteropServices;
using StagingHarness.Link;
using StagingHarness.Protocols.Control;

using var ending = new CancellationTokenSource();

// Handled, and not left to the system: the first process of a container ends at no signal that it does not handle.
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);

try
{
    var settings = LinkSettings.Read(args, Environment.GetEnvironmentVariable);
    var finder = new ListenAddressFinder(TimeProvider.System);
    var listen = await finder.FindAsync(settings.Listen, ending.Token);
    var control = await finder.FindAsync(settings.Control, ending.Token);
    using var ways = new LinkWays(listen.Address, new LinkState(TimeProvider.System), TimeProvider.System);
    using var listener = new ControlListener(control, new ControlDesk(ways, settings.Token), TimeProvider.System);
    Console.WriteLine($"Link listens on {control} for the harness, and opens ways on {listen.Address}.");
    await listener.ServeAsync(ending.Token);
    return 0;
}
catch (SettingsException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
catch (IOException exception)
{
    // It could not be bound; the message names the address and the reason.
    Console.Error.WriteLine(exception.Message);
    return 1;
}
catch (OperationCanceledException) when (ending.IsCancellationRequested)
{
    // Connections end with the process: whoever ends the link wants nothing of the stage any more.
    return 0;
}

void End(PosixSignalContext context)
{
    context.Cancel = true;
    ending.Cancel();
}
