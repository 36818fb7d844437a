using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using StagingHarness.Generator.Control;
using StagingHarness.Protocols.Generator;

var token = Environment.GetEnvironmentVariable(GeneratorProgram.TokenVariable);
if (args is not [var hostText, var portText]
    || !IPAddress.TryParse(hostText, out var host)
    || !int.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
    || string.IsNullOrEmpty(token))
{
    await Console.Error.WriteLineAsync(
        $"Usage: StagingHarness.Generator ADDRESS PORT, with the control token in {GeneratorProgram.TokenVariable}.");
    return 2;
}

using var ending = new CancellationTokenSource();

// Ctrl+C at a terminal reaches every process there; the harness ends the generator in its own order.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static context => context.Cancel = true);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    ending.Cancel();
});

try
{
    using var client = await new ControlListener(host, port, token).AcceptClientAsync(ending.Token);
    using var session = new ControlSession(client.GetStream());
    return await session.RunAsync(ending.Token) ? 0 : 1;
}
catch (OperationCanceledException) when (ending.IsCancellationRequested)
{
    return 0;
}
