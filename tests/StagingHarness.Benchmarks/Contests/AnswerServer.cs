using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>What is sent to: answers every request with the same hundred bytes, and rightly until it is told otherwise.</summary>
internal static class AnswerServer
{
    private const ulong Seed = 1;

    private static readonly byte[] Body = [.. Enumerable.Repeat((byte)'a', 100)];

    /// <summary>
    /// Writes its address in one line, and serves until its standard input ends. Each line of that is a share (0 to 1) of requests to answer with 500 from
    /// then on, and is written back once it holds.
    /// </summary>
    public static async Task RunAsync()
    {
        var wrong = new WrongAnswers(Seed);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(context => AnswerAsync(context, wrong));
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        while (await Console.In.ReadLineAsync() is { } line)
        {
            wrong.Share = double.Parse(line, CultureInfo.InvariantCulture);
            Console.WriteLine(line);
        }

        await app.StopAsync();
    }

    private static Task AnswerAsync(HttpContext context, WrongAnswers wrong)
    {
        context.Response.StatusCode = wrong.Next() ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = Body.Length;
        return context.Response.Body.WriteAsync(Body, 0, Body.Length);
    }
}
