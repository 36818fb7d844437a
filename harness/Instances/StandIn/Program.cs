using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.State;
using StagingHarness.StandIn.Controlling;
using StagingHarness.StandIn.Pages;
using StagingHarness.StandIn.Recording;
using StagingHarness.StandIn.Startup;
using StagingHarness.StandIn.Stubs;
using StagingHarness.StandIn.Transport;

try
{
    await (PagerSettings.AreAsked(args)
        ? RunPagerAsync(PagerSettings.Read(args, Environment.GetEnvironmentVariable))
        : RunAsync(StandInSettings.Read(args, Environment.GetEnvironmentVariable)));
    return 0;
}
catch (SettingsException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
catch (IOException exception)
{
    // A listener could not be bound; the message names the address and the reason.
    Console.Error.WriteLine(exception.Message);
    return 1;
}

static async Task RunAsync(StandInSettings settings)
{
    // The listeners are open before it is there: who asks for a token, the key set or the state until then waits for it.
    using var key = SigningKey.Begin();
    var finder = new ListenAddressFinder(TimeProvider.System);
    var listen = await finder.FindAsync(settings.Listen, CancellationToken.None);
    var control = await finder.FindAsync(settings.Control, CancellationToken.None);
    await using var controlHost = ControlHost.Create(control);

    var model = new AuthModel(
        new AuthState
        {
            Issuer = settings.Issuer,
            Audience = settings.Audience,
            TokenLifetime = settings.TokenLifetime,
            Clients = settings.Clients,
            SignIn = settings.SignIn,
            Signing = key,
            Published = [key],
        },
        TimeProvider.System);
    var recorder = new CallRecorder([.. StandInEndpoint.Paths.Keys], TimeProvider.System);

    // Public first: the health of the control listener says that both are open.
    using var tls = settings.Certificates is { } certificates ? new ListenerTls(certificates, () => model.Settings, asksClients: !settings.SignIn.ClientCertificates.IsEmpty) : null;
    using var stubs = new StubServer(listen, tls, model, recorder, TimeProvider.System);
    controlHost.Run(new ControlSurface(recorder, model, stubs.Load, settings.Token).AnswerAsync);
    await controlHost.StartAsync();
    Console.WriteLine($"Stand-in '{settings.Issuer}' listens on {listen} for clients and on {control} for the harness.");

    // Without a key there is nothing to go on for.
    var ending = controlHost.WaitForShutdownAsync();
    await await Task.WhenAny(key.Made, ending);
    await ending;
}

static async Task RunPagerAsync(PagerSettings settings)
{
    var finder = new ListenAddressFinder(TimeProvider.System);
    var listen = await finder.FindAsync(settings.Listen, CancellationToken.None);
    var control = await finder.FindAsync(settings.Control, CancellationToken.None);
    var book = new PageBook();
    await using var controlHost = ControlHost.Create(control);
    controlHost.Run(new PagerSurface(book, settings.Token).AnswerAsync);
    using var stubs = new PagerStubs(listen, settings.RoutingKey, book);
    await controlHost.StartAsync();
    Console.WriteLine($"Pager listens on {listen} for pages and on {control} for the harness.");
    await controlHost.WaitForShutdownAsync();
}
