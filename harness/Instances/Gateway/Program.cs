using StagingHarness.Gateway.Controlling;
using StagingHarness.Gateway.Forwarding;
using StagingHarness.Gateway.Startup;
using StagingHarness.Protocols.Control;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

try
{
    await RunAsync(GatewaySettings.Read(args, Environment.GetEnvironmentVariable));
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

static async Task RunAsync(GatewaySettings settings)
{
    var finder = new ListenAddressFinder(TimeProvider.System);
    var listen = await finder.FindAsync(settings.Listen, CancellationToken.None);
    var control = await finder.FindAsync(settings.Control, CancellationToken.None);

    using var tls = settings.Certificate is { } certificate ? new ListenerTls(certificate) : null;
    var builder = Hosts.Create(listen, PublicLimits.Apply, settings.Http, tls);
    builder.Services.AddHttpForwarder();
    await using var publicHost = builder.Build();

    using var client = ForwardingClient.Create();
    var failures = new FailureCounts(Console.Error);
    var table = new RoutingTable(CreateTransformer(publicHost.Services));
    var forwarder = publicHost.Services.GetRequiredService<IHttpForwarder>();
    if (!settings.IsPlain)
    {
        publicHost.UseMiddleware<ProtocolStamp>();
    }

    publicHost.Run(new PublicSurface(table, failures, forwarder, client).AnswerAsync);

    // A host of its own, and not a branch by port: no path and no Host header can lead from one listener to the other.
    await using var controlHost = Hosts.Create(control, _ => { }).Build();
    controlHost.Run(new ControlSurface(table, failures, settings.Token).AnswerAsync);

    // Public first: the health of the control listener says that both are open.
    await publicHost.StartAsync();
    await controlHost.StartAsync();
    Console.WriteLine($"Gateway listens on {listen} for clients and on {control} for the harness.");
    await Task.WhenAll(publicHost.WaitForShutdownAsync(), controlHost.WaitForShutdownAsync());
}

// The Host header stays the client's, as behind most load balancers, so that links which a server builds lead through the
// gateway; X-Forwarded-For, -Host, -Proto and -Prefix are set as YARP sets them by default.
static HttpTransformer CreateTransformer(IServiceProvider services) =>
    services.GetRequiredService<ITransformBuilder>().Create(transforms => transforms.AddOriginalHost());
