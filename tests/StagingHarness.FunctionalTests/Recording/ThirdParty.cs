using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace StagingHarness.FunctionalTests.Recording;

/// <summary>A real server that gives secrets away, and answers in odd forms.</summary>
internal sealed class ThirdParty : IAsyncDisposable
{
    private readonly WebApplication app;
    private int count;

    private ThirdParty(WebApplication app)
    {
        this.app = app;
    }

    public Uri Address => new(app.Urls.Single());

    public static async Task<ThirdParty> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var party = new ThirdParty(builder.Build());
        party.app.Run(party.AnswerAsync);
        await party.app.StartAsync();
        return party;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        switch (path)
        {
            case "/rates" or "/many" or "/by-key":
                await JsonAsync(context, $$"""{"query": "{{context.Request.Query["base"]}}", "rate": 1.50}""");
                break;
            case "/asked":
                await JsonAsync(context, $$"""{"asked": "{{context.Request.QueryString}}"}""");
                break;
            case "/bytes":
                await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("\0\u00ffxx bearer-s3cret-1 \u00fe"));
                break;
            case "/gzipped":
                context.Response.Headers.ContentEncoding = "gzip";
                await using (var zip = new GZipStream(context.Response.Body, CompressionLevel.Fastest))
                {
                    await zip.WriteAsync("""{"access_token":"access-s3cret-10"}"""u8.ToArray());
                }

                break;
            case "/echo-bearer":
                await JsonAsync(context, """{"seen":"bearer-s3cret-1","list":["basic-s3cret-2","x"],"n":12}""");
                break;
            case "/tokens":
                context.Response.Headers.Append("Set-Cookie", "sid=session-s3cret-15; Path=/; HttpOnly");
                await JsonAsync(context, $$"""{"access_token":"access-s3cret-10","refresh_token":"refresh-s3cret-11","id_token":"id-s3cret-19","other":"{{ThirdPartyCalls.Jwt}}","code":"EUR"}""");
                break;
            case "/redirect":
                context.Response.StatusCode = 302;
                context.Response.Headers.Location = "/back?code=location-s3cret-18&state=x";
                break;
            case "/large":
                await context.Response.WriteAsync(new string('x', 100_000));
                break;
            case "/counter":
                await context.Response.WriteAsync($"{++count}");
                break;
            default:
                context.Response.StatusCode = context.Request.Method == "DELETE" ? 204 : 201;
                if (context.Response.StatusCode == 201)
                {
                    await JsonAsync(context, """{"done":true}""");
                }

                break;
        }
    }

    private static Task JsonAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
