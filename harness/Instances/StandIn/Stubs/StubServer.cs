using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Changes;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.Proofs;
using StagingHarness.StandIn.Auth.State;
using StagingHarness.StandIn.Recording;
using StagingHarness.StandIn.Transport;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.ResponseProviders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;

namespace StagingHarness.StandIn.Stubs;

/// <summary>
/// The public listener: WireMock routes a call to a stub, the stub asks the auth model. A stub pins method, path and, where
/// they matter, headers and body; what fits none is caught by a stub of the lowest priority, counted and answered 404, since
/// an answer that nobody meant would look like a finding.
/// </summary>
internal sealed class StubServer : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>What comes before mappings from outside: nothing takes the place of the stand-in's own endpoints.</summary>
    public const int OwnPriority = int.MinValue;

    private readonly AuthModel model;
    private readonly CallRecorder recorder;
    private readonly WireMockServer server;
    private readonly MappingStubs mappings;

    /// <exception cref="IOException">The address cannot be bound.</exception>
    /// <param name="listen">Where it listens.</param>
    /// <param name="tls">What connections are secured with; null for plain ones.</param>
    /// <param name="model">Answers.</param>
    /// <param name="recorder">Counts what comes.</param>
    /// <param name="timeProvider">Measures delays.</param>
    public StubServer(ListenAddress listen, ListenerTls? tls, AuthModel model, CallRecorder recorder, TimeProvider timeProvider)
    {
        this.model = model;
        this.recorder = recorder;
        BindProbe.Try(listen);
        var moment = new CallMoment(model);
        server = WireMockServer.Start(CreateSettings(listen, tls, [new BrokenOffCalls(recorder, timeProvider).Add, moment.Add, new RuledTransport(model, recorder, timeProvider).Add]));
        mappings = new MappingStubs(server, model, moment, recorder, timeProvider);

        Given(Request.Create().UsingGet().WithPath(At(StandInEndpoint.Discovery)))
            .RespondWith(Answer(StandInEndpoint.Discovery, _ => model.Discover()));
        Given(Request.Create().UsingGet().WithPath(At(StandInEndpoint.KeySet)))
            .RespondWith(Answer(StandInEndpoint.KeySet, _ => model.ShowKeySet()));
        Given(Form(StandInEndpoint.Token))
            .RespondWith(Answer(StandInEndpoint.Token, request => model.AnswerTokenCall(ReadTokenCall(request))));
        AddSignIn();
        AddDevices();
        AddTokenFacts();
        AddRefusalOfGet();
        server.Given(Request.Create().UsingAnyMethod())
            .AtPriority(int.MaxValue)
            .RespondWith(Response.Create().WithCallback(AnswerUnmatched));
    }

    /// <summary>Mappings are answered from now on, beside the endpoints.</summary>
    /// <exception cref="FacetException">WireMock does not take one of them, or some were loaded before.</exception>
    public void Load(StandInMappings added) => mappings.Load(added);

    public void Dispose() => server.Dispose();

    private static TokenCall ReadTokenCall(IRequestMessage request) => new(AuthorizationOf(request), request.Body ?? "") { Proved = ProvedCallOf(request) };

    /// <summary>Names of headers are compared in any case: some clients write all of them small.</summary>
    private static ProvedCall ProvedCallOf(IRequestMessage request) => new(
        request.Method,
        request.Path,
        [.. (request.Headers ?? new Dictionary<string, WireMockList<string>>())
            .Where(header => header.Key.Equals("DPoP", StringComparison.OrdinalIgnoreCase)).SelectMany(header => header.Value)])
    {
        Certificate = request.ClientCertificate,
    };

    private static string? AuthorizationOf(IRequestMessage request) =>
        request.Headers is { } headers && headers.TryGetValue("Authorization", out var values) ? values[0] : null;

    private static string QueryOf(IRequestMessage request) => (request.RawQuery ?? "").TrimStart('?');

    internal static ResponseMessage CreateResponse(string marker, AuthAnswer answer)
    {
        var headers = answer.Headers.ToDictionary(header => header.Key, header => new WireMockList<string>(header.Value));
        headers["Content-Type"] = new WireMockList<string>(answer.ContentType);
        headers[StandInProgram.MarkerHeader] = new WireMockList<string>(MarkerOf(marker));
        return new ResponseMessage
        {
            StatusCode = answer.Status,
            Headers = headers,
            BodyData = TextOf(answer.Body),
        };
    }

    internal static BodyData TextOf(string body) => new() { BodyAsString = body, DetectedBodyType = BodyType.String, Encoding = Utf8 };

    /// <summary>Names of mappings are free text, and headers are not (RFC 9110, section 5.5).</summary>
    internal static string MarkerOf(string name) => name.All(character => character is >= ' ' and <= '~') ? name : Uri.EscapeDataString(name);

    private IRespondWithAProvider Given(IRequestBuilder request) => server.Given(request).AtPriority(OwnPriority);

    private WireMockServerSettings CreateSettings(ListenAddress listen, ListenerTls? tls, ImmutableArray<Action<IApplicationBuilder>> before) => new()
    {
        Urls = [$"{(tls is null ? "http" : "https")}://{ListenHost.Spell(listen.Address)}:{listen.Port}"],
        StartAdminInterface = false,
        Logger = new StubLog(recorder.CountStubError),
        MaxRequestLogCount = 0,
        DisableRequestBodyDecompressing = true,

        // Set for each endpoint by WireMock itself, behind all defaults.
        ClientCertificateMode = tls is { AsksClients: true } ? ClientCertificateMode.AllowCertificate : ClientCertificateMode.NoCertificate,
        AcceptAnyClientCertificate = tls is { AsksClients: true },
        AdditionalServiceRegistration = services => services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // A caller that a fault has made slow is a slow caller, and is waited for.
            kestrel.Limits.MinRequestBodyDataRate = null;
            if (tls is not null)
            {
                kestrel.ConfigureHttpsDefaults(tls.Apply);
            }
        }),
        PreWireMockMiddlewareInit = builder =>
        {
            ListenerTls.RefuseOlderHttp((IApplicationBuilder)builder);
            MarkUnmarked(builder);
            foreach (var add in before)
            {
                add((IApplicationBuilder)builder);
            }
        },
    };

    /// <summary>An answer that no stub gave is WireMock's own (it broke before or in the routing): it must not pass for the provider's.</summary>
    private static void MarkUnmarked(object builder) => ((IApplicationBuilder)builder).Use(async (context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.TryAdd(StandInProgram.MarkerHeader, CallRecorder.Error);
            return Task.CompletedTask;
        });
        await next(context);
    });

    private void AddSignIn()
    {
        Given(Request.Create().UsingGet().WithPath(At(StandInEndpoint.Authorize)))
            .RespondWith(Answer(StandInEndpoint.Authorize, request => model.Authorize(QueryOf(request))));
        Given(Form(StandInEndpoint.Login))
            .RespondWith(Answer(StandInEndpoint.Login, request => model.Login(request.Body ?? "")));
        Given(Request.Create().UsingGet().WithPath(At(StandInEndpoint.EndSession)))
            .RespondWith(Answer(StandInEndpoint.EndSession, request => model.EndSession(QueryOf(request))));
        Given(Form(StandInEndpoint.EndSession))
            .RespondWith(Answer(StandInEndpoint.EndSession, request => model.EndSession(request.Body ?? "")));
        Given(Form(StandInEndpoint.Par))
            .RespondWith(Answer(StandInEndpoint.Par, request => model.Push(ReadTokenCall(request))));
    }

    private void AddDevices()
    {
        Given(Form(StandInEndpoint.DeviceAuthorization))
            .RespondWith(Answer(StandInEndpoint.DeviceAuthorization, request => model.BeginDevice(ReadTokenCall(request))));
        Given(Request.Create().UsingGet().WithPath(At(StandInEndpoint.Device)))
            .RespondWith(Answer(StandInEndpoint.Device, request => model.ShowDevicePage(QueryOf(request))));
        Given(Form(StandInEndpoint.Device))
            .RespondWith(Answer(StandInEndpoint.Device, request => model.ConnectDevice(request.Body ?? "")));
    }

    private void AddTokenFacts()
    {
        Given(Request.Create().UsingMethod("GET", "POST").WithPath(At(StandInEndpoint.UserInfo)))
            .RespondWith(Answer(StandInEndpoint.UserInfo, request => model.TellUser(AuthorizationOf(request), ProvedCallOf(request))));
        Given(Form(StandInEndpoint.Introspection))
            .RespondWith(Answer(StandInEndpoint.Introspection, request => model.Introspect(ReadTokenCall(request))));
        Given(Form(StandInEndpoint.Revocation))
            .RespondWith(Answer(StandInEndpoint.Revocation, request => model.Revoke(ReadTokenCall(request))));
    }

    /// <summary>
    /// Known, and refused: a client that follows a redirect with 301 or 302 asks by GET where it had posted, and a provider answers that this is
    /// no way to ask.
    /// </summary>
    private void AddRefusalOfGet()
    {
        foreach (var endpoint in (string[])[StandInEndpoint.Token, StandInEndpoint.Introspection, StandInEndpoint.Revocation, StandInEndpoint.DeviceAuthorization])
        {
            Given(Request.Create().UsingGet().WithPath(At(endpoint))).RespondWith(Answer(endpoint, _ => OAuthAnswer.AskByPost()));
        }
    }

    private IRequestBuilder Form(string endpoint) => Request.Create().UsingPost().WithPath(At(endpoint)).WithHeader(AreOfForm);

    /// <summary>A matcher of WireMock's own would compile a regular expression for each endpoint: a tenth of a second, which the first caller would wait for.</summary>
    private static bool AreOfForm(IDictionary<string, string[]> headers) => headers.Any(header =>
        header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
        && header.Value.Any(value => value.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The endpoint's path, wherever a rule has moved it, and its old one.</summary>
    private Func<string, bool> At(string endpoint) => path => model.Find(path)?.Endpoint == endpoint;

    private IResponseProvider Answer(string endpoint, Func<IRequestMessage, AuthAnswer> stub) => Response.Create().WithCallback(request =>
    {
        recorder.CountCall(endpoint);
        var marker = endpoint;
        AuthAnswer answer;
        try
        {
            // A rule may have moved the endpoint between the routing and here; what the call was led to holds.
            answer = model.Rule(model.Find(request.Path) ?? new EndpointPlace(endpoint, IsOld: false), () => stub(request));
        }
#pragma warning disable CA1031 // Whatever a stub throws is recorded, and makes the run invalid; a rethrow would be answered by WireMock, unmarked.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            recorder.CountStubError($"{endpoint}: {exception.GetType().Name}: {exception.Message}");
            marker = CallRecorder.Error;
            answer = new AuthAnswer(500, """{"error":"stand_in_error"}""");
        }

        recorder.Remember(request.Method, request.Path, marker, answer.Status);
        return CreateResponse(marker, answer);
    });

    private ResponseMessage AnswerUnmatched(IRequestMessage request)
    {
        recorder.CountUnmatched(request.Method, request.Path, () => mappings.NearMissOf(request));
        recorder.Remember(request.Method, request.Path, CallRecorder.Unmatched, 404);
        return CreateResponse(CallRecorder.Unmatched, new AuthAnswer(404, """{"error":"no_such_stub"}"""));
    }
}
