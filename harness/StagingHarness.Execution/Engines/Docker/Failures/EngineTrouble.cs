using System.Net;
using Docker.DotNet;
using DotNet.Testcontainers.Images;

namespace StagingHarness.Execution.Engines.Docker.Failures;

/// <summary>What calls to an engine throw when it refuses, fails or goes away; everything else is a defect, or a cancellation.</summary>
internal static class EngineTrouble
{
    public static bool Is(Exception exception) =>
        exception is DockerApiException or ImageBuildFailedException or HttpRequestException or IOException or TimeoutException;

    /// <summary>The engine refused, since the container has ended or is gone.</summary>
    public static bool IsNotRunning(Exception? exception) =>
        exception is DockerApiException { StatusCode: HttpStatusCode.NotFound or HttpStatusCode.Conflict };

    /// <summary>Does it, and tells trouble with the engine as what it is.</summary>
    /// <param name="doing">As the end of "the Docker engine failed while".</param>
    /// <param name="action">Calls the engine.</param>
    /// <exception cref="EngineRefusedException">The engine refused, failed or went away.</exception>
    public static async Task<T> NameAsync<T>(string doing, Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception exception) when (Is(exception))
        {
            throw new EngineRefusedException(doing, exception);
        }
    }

    /// <summary>The engine's own words, as a sentence on one line.</summary>
    public static string Words(Exception exception)
    {
        var text = exception is DockerApiException { ResponseBody: { Length: > 0 } body } ? EngineWords.Of(body) : exception.Message;
        var line = string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.EndsWith('.') ? line : line + ".";
    }
}
