using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Control;

/// <summary>Asks one member of the stage something, within a deadline, and takes no answer but a whole and right one.</summary>
/// <param name="Http">Shared; not disposed here.</param>
/// <param name="TimeProvider">Measures the deadline.</param>
/// <param name="Member">As messages call it, such as <c>gateway</c>.</param>
internal sealed record ControlChannel(HttpClient Http, TimeProvider TimeProvider, string Member)
{
    /// <summary>Far above what a loaded machine needs for a call that touches no disk.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private const int QuotedLength = 200;

    /// <summary>Sends the request and reads the answer, which must be 200 and hold what <paramref name="answer"/> says.</summary>
    /// <exception cref="ControlException">No answer in time, another status, or a body that cannot be read.</exception>
    public async Task<T> AskAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : class
    {
        var call = $"{request.Method} {request.RequestUri?.AbsolutePath}";
        using var late = new CancellationTokenSource(Deadline, TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var response = await Http.SendAsync(request, either.Token);
            var body = await response.Content.ReadAsStringAsync(either.Token);
            return response.StatusCode == HttpStatusCode.OK
                ? JsonSerializer.Deserialize(body, answer) ?? throw new ControlException(Member, $"'{call}' was answered with null. See its log.")
                : throw new ControlException(Member, $"'{call}' was answered {(int)response.StatusCode}: {Quote(body)} See its log.");
        }
        catch (OperationCanceledException exception) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ControlException(Member, $"'{call}' got no answer within {Deadline.TotalSeconds:0} s. See its log.", exception);
        }
        catch (HttpRequestException exception)
        {
            throw new ControlException(Member, $"'{call}' got no answer: {Words(exception)} See whether it still runs.", exception);
        }
        catch (JsonException exception)
        {
            throw new ControlException(Member, $"'{call}' was answered with something else than expected: {exception.Message}", exception);
        }
    }

    private static string Quote(string body) => body.Length switch
    {
        0 => "(empty).",
        > QuotedLength => $"'{body[..QuotedLength]}…'.",
        _ => $"'{body}'.",
    };

    /// <summary>What is wrong with a certificate, the exception keeps within.</summary>
    private static string Words(HttpRequestException exception) =>
        exception.InnerException is AuthenticationException refused ? refused.Message : exception.Message;
}
