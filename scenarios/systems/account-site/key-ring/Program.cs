using System.Collections.Concurrent;
using System.Reflection;
using System.Xml.Linq;

// The store of the keys that the servers of the site share: what one adds, all read. It forgets them when it ends.
ConcurrentQueue<XElement> keys = new();
string release = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

WebApplication app = builder.Build();
app.MapGet("/health", () => TypedResults.Text("Healthy"));
app.MapGet("/version", () => TypedResults.Ok(new { Release = release }));
app.MapGet("/keys", () => TypedResults.Text(new XElement("keys", keys).ToString(), "application/xml"));
app.MapPost("/keys", async (HttpRequest request, CancellationToken cancellationToken) =>
{
    keys.Enqueue(await XElement.LoadAsync(request.Body, LoadOptions.None, cancellationToken));
    return TypedResults.NoContent();
});
await app.RunAsync();
