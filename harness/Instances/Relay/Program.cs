using System.Runtime.InteropServices;
using StagingHarness.Protocols.Control;
using StagingHarness.Relay;

using var ending = new CancellationTokenSource();

// Handled, and not left to the system: the first process of a container ends at no signal that it does not handle.
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);

try
{
    var settings = RelaySettings.Read(args, Environment.GetEnvironmentVariable);
    var listen = await new ListenAddressFinder(TimeProvider.System).FindAsync(settings.Listen, ending.Token);
    using var listener = new RelayListener(listen, settings.Token, TimeProvider.System);
    Console.WriteLine($"Relay listens on {listen}.");
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
    // Connections end with the process: whoever ends the relay wants nothing of the stage any more.
    return 0;
}

void End(PosixSignalContext context)
{
    context.Cancel = true;
    ending.Cancel();
}
