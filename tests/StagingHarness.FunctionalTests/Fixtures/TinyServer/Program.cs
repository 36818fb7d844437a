if (args.Contains("--fail"))
{
    Console.WriteLine("about to fail");
    Console.Error.Write("the last words, without an end of line");
    return 3;
}

var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
var app = builder.Build();
var healthStatus = args.Contains("--unhealthy") ? 503 : 200;
app.MapGet("/health", () => Results.StatusCode(healthStatus));
app.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name) ?? "(none)");
app.MapGet("/arguments", () => string.Join('\n', args));
app.MapGet("/say/{text}", (string text) =>
{
    Console.WriteLine(text);
    return "said";
});
app.MapGet("/slow/{milliseconds:int}", async (int milliseconds, CancellationToken cancellationToken) =>
{
    await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System, cancellationToken);
    return "finished";
});
if (args.Contains("--stubborn"))
{
    using var ignored = System.Runtime.InteropServices.PosixSignalRegistration.Create(
        System.Runtime.InteropServices.PosixSignal.SIGTERM, context => context.Cancel = true);
    await app.StartAsync();
    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
}

await app.RunAsync();
return 0;
