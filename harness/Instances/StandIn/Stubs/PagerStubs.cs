using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Pager;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Pages;
using StagingHarness.StandIn.Recording;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;

namespace StagingHarness.StandIn.Stubs;

/// <summary>
/// The listener that pages are sent to: it takes what PagerDuty and a webhook of Alertmanager would take, refuses the rest as they do, and keeps all of it.
/// </summary>
internal sealed class PagerStubs : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly PageBook book;
    private readonly WireMockServer server;

    /// <exception cref="IOException">The address cannot be bound.</exception>
    public PagerStubs(ListenAddress listen, string routingKey, PageBook book)
    {
        this.book = book;
        BindProbe.Try(listen);
        server = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = [$"http://{ListenHost.Spell(listen.Address)}:{listen.Port}"],
            StartAdminInterface = false,
            Logger = new StubLog(book.AddStubError),
            MaxRequestLogCount = 0,
            DisableJsonBodyParsing = true,
            DisableDeserializeFormUrlEncoded = true,
            DisableRequestBodyDecompressing = true,
            AdditionalServiceRegistration = services => services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false),
        });
        server.Given(Request.Create().UsingPost().WithPath(PagerProgram.PagerDutyPath))
            .RespondWith(Response.Create().WithCallback(request => Guard(() => AnswerPagerDuty(PagerDutyEvents.Read(request.Body ?? "", routingKey)))));
        server.Given(Request.Create().UsingPost().WithPath(PagerProgram.AlertmanagerPath))
            .RespondWith(Response.Create().WithCallback(request => Guard(() => AnswerAlertmanager(AlertmanagerWebhooks.Read(request.Body ?? "")))));
        server.Given(Request.Create().UsingAnyMethod())
            .AtPriority(int.MaxValue)
            .RespondWith(Response.Create().WithCallback(AnswerUnmatched));
    }

    public void Dispose() => server.Dispose();

    /// <summary>202 with the key, or 400 with what is wrong, in PagerDuty's words.</summary>
    private ResponseMessage AnswerPagerDuty(PageReading read)
    {
        var key = read.Key ?? $"unnamed-{book.Read().Total + 1}";
        book.Add(PageForm.Pagerduty, read with { Key = read.Refusal is null ? key : read.Key });
        return read.Refusal is { } refusal
            ? Create(400, $$"""{"status":"invalid event","message":"Event object is invalid","errors":[{{Quoted(refusal)}}]}""")
            : Create(202, $$"""{"status":"success","message":"Event processed","dedup_key":{{Quoted(key)}}}""");
    }

    /// <summary>Alertmanager looks at the status alone.</summary>
    private ResponseMessage AnswerAlertmanager(PageReading read)
    {
        book.Add(PageForm.Alertmanager, read);
        return read.Refusal is { } refusal ? Create(400, $$"""{"error":{{Quoted(refusal)}}}""") : Create(200, "{}");
    }

    private ResponseMessage AnswerUnmatched(IRequestMessage request)
    {
        book.AddUnmatched(request.Method, request.Path);
        return Create(404, """{"error":"no_such_stub"}""");
    }

    private ResponseMessage Guard(Func<ResponseMessage> stub)
    {
        try
        {
            return stub();
        }
#pragma warning disable CA1031 // Whatever a stub throws is recorded, and makes the run invalid; a rethrow would be answered by WireMock, unmarked.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            book.AddStubError($"{exception.GetType().Name}: {exception.Message}");
            return Create(500, """{"error":"stand_in_error"}""", CallRecorder.Error);
        }
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static ResponseMessage Create(int status, string body, string marker = PagerProgram.Role) => new()
    {
        StatusCode = status,
        Headers = new Dictionary<string, WireMockList<string>>
        {
            ["Content-Type"] = new("application/json"),
            [StandInProgram.MarkerHeader] = new(marker),
        },
        BodyData = new BodyData { BodyAsString = body, DetectedBodyType = BodyType.String, Encoding = Utf8 },
    };
}
