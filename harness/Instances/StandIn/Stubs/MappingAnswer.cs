using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Recording;
using WireMock;
using WireMock.ResponseProviders;
using WireMock.Settings;
using WireMock.Types;

namespace StagingHarness.StandIn.Stubs;

/// <summary>What a mapping answers, counted, marked, and with what a rule makes of it.</summary>
internal sealed class MappingAnswer(
    string name, IResponseProvider inner, AuthModel model, CallMoment moment, CallRecorder recorder, TimeProvider timeProvider) : IResponseProvider
{
    private const int NoAnswer = 0;

    public async Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
        IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        recorder.CountCall(name);
        var rule = moment.RuleOf(name);
        if (!await TryWaitAsync(rule, context.RequestAborted) || rule.Reset == true)
        {
            recorder.Remember(requestMessage.Method, requestMessage.Path, name, NoAnswer);
            context.Abort();
            return (Plain(new AuthAnswer(500, ""), name), mapping);
        }

        var (answer, marker) = await AnswerAsync(rule, mapping, context, requestMessage, settings);
        recorder.Remember(requestMessage.Method, requestMessage.Path, marker, StatusOf(answer));
        return (answer, mapping);
    }

    private async Task<(IResponseMessage Answer, string Marker)> AnswerAsync(
        EndpointRule rule, IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        if (model.Instead(name, rule) is { } instead)
        {
            return (Plain(instead, name), name);
        }

        try
        {
            var (answer, _) = await inner.ProvideResponseAsync(mapping, context, requestMessage, settings);
            Dress((ResponseMessage)answer, rule);
            return (answer, name);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked did not wait for a mapping that is slow.
            return (Plain(new AuthAnswer(500, ""), name), name);
        }
#pragma warning disable CA1031 // Whatever a mapping throws is recorded, and makes the run invalid.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            recorder.CountStubError($"{name}: {exception.GetType().Name}: {exception.Message}");
            return (Plain(new AuthAnswer(500, """{"error":"stand_in_error"}"""), CallRecorder.Error), CallRecorder.Error);
        }
    }

    private static int StatusOf(IResponseMessage answer) => answer.StatusCode switch
    {
        int status => status,
        { } other when int.TryParse(other.ToString(), out var status) => status,
        _ => 200,
    };

    private void Dress(ResponseMessage answer, EndpointRule rule)
    {
        if (rule.Body is { } body && StatusOf(answer) == 200)
        {
            answer.BodyData = StubServer.TextOf(model.Filled(body));
        }

        var headers = answer.Headers is null ? [] : new Dictionary<string, WireMockList<string>>(answer.Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var header in rule.Headers ?? ImmutableSortedDictionary<string, string>.Empty)
        {
            headers[header.Key] = new WireMockList<string>(header.Value);
        }

        if (rule.ContentType is { } type)
        {
            headers["Content-Type"] = new WireMockList<string>(type);
        }

        headers[StandInProgram.MarkerHeader] = new WireMockList<string>(StubServer.MarkerOf(name));
        answer.Headers = headers;
    }

    private static ResponseMessage Plain(AuthAnswer answer, string marker) => StubServer.CreateResponse(marker, answer);

    private async Task<bool> TryWaitAsync(EndpointRule rule, CancellationToken aborted)
    {
        if (rule.DelayMilliseconds is not { } delay)
        {
            return true;
        }

        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(delay), timeProvider, aborted);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
